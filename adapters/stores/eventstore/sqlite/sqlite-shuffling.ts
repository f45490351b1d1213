import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { StoreUnavailable, EventShuffling } from '../../../../domain/ports/event-store'
import { nameFileOf } from '../../sqlite/sqlite-failure'
import type { Db } from '../../sqlite/open-database'
import type { FileWriter } from '../../sqlite/writer-thread/writer-thread'
import { positionOfSequence, sequenceOfPosition } from '../sequence-position'
import type { ShuffleGuard } from '../shuffle-guard'
import { shuffledSegments } from './event-shuffler'
import type { LogProtocol } from './log-request'

/** What this thread has of the events whose positions change. */
interface ReadersOfLog {
  readonly guard: ShuffleGuard
  readonly removeEventsFromMemory: () => void
  /** Resolves when no thread copies the write-ahead log: while one does, it cannot be emptied. */
  readonly checkpointSettled: () => Promise<void>
}

const openRead: StoreUnavailable = {
  _tag: 'StoreUnavailable',
  reason: 'an open read kept the write-ahead log from being emptied, so it still has the events in their earlier order',
}

/** Shuffles events in the file of a log, and empties its write-ahead log, which has the pages from before. */
export const sqliteShuffling = (
  db: Db,
  { submit }: FileWriter<LogProtocol>,
  { guard, removeEventsFromMemory, checkpointSettled }: ReadersOfLog,
): EventShuffling => {
  const nameFile = nameFileOf(db.name)
  const readCheckpoint = db.prepare<[string], number>('SELECT position FROM checkpoints WHERE reactor = ?').pluck()
  return {
    shuffledBefore: () => {
      const sequence = readCheckpoint.get(shuffledSegments)
      return Promise.resolve(sequence === undefined ? undefined : positionOfSequence(sequence))
    },
    shuffle: (segment) => async () => {
      const [after, before] = [sequenceOfPosition(segment.after), sequenceOfPosition(segment.before)]
      const end = guard.begin(after, before)
      const [closings, fixed] = [segment.closings, segment.fixed].map((positions) => positions.map(sequenceOfPosition))
      const shuffled = await submit('shuffle', () => [after, before, closings ?? [], fixed ?? []])
      removeEventsFromMemory()
      end()
      if (E.isLeft(shuffled)) return E.left(nameFile(shuffled.left))
      await checkpointSettled()
      return pipe(
        await submit('truncate', () => undefined),
        E.filterOrElse(
          (isEmpty) => isEmpty,
          () => openRead,
        ),
        E.bimap(nameFile, () => undefined),
      )
    },
  }
}
