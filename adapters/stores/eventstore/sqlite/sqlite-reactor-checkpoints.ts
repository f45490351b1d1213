import * as either from 'fp-ts/Either'
import type { ReactorCheckpoints } from '../../../../domain/ports/reactor-checkpoints'
import { throwableStoreError } from '../../throwable-store-error'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'
import type { WriterThread } from '../../sqlite/writer-thread/start-writer-thread'
import { greatestSequenceNumber, sequenceOfPosition, positionOfSequence } from '../sequence-position'
import type { LogProtocol } from './log-writer-protocol'

/**
 * Checkpoints in the file of the log, written with the next group commit. A failed write rejects with an Error that is
 * also a StoreUnavailable; the reactor then runs again from its last checkpoint.
 */
export const sqliteReactorCheckpoints = (
  db: SqliteDatabase,
  { submit }: WriterThread<LogProtocol>,
): ReactorCheckpoints => {
  const read = db.prepare<[string], number>('SELECT position FROM checkpoints WHERE reactor = ?').pluck()
  return {
    readPosition: (reactor) => () => {
      const sequence = read.get(reactor) ?? 0
      // A number out of range is no position of an event: beyond the last one it is the last one, which no log reaches.
      return Promise.resolve(sequence < 1 ? undefined : positionOfSequence(Math.min(sequence, greatestSequenceNumber)))
    },
    writePosition: (reactor, position) => async () => {
      const sequence = sequenceOfPosition(position)
      const result = await submit('checkpoint', () => [reactor, sequence])
      if (either.isLeft(result)) throw throwableStoreError(result.left)
    },
  }
}
