import * as E from 'fp-ts/Either'
import type { EventShuffling, StoreUnavailable } from '../../../../domain/ports/event-store'
import type { ReactorCheckpoints } from '../../../../domain/ports/reactor-checkpoints'
import { addFileNameToError } from '../../sqlite/sqlite-failure'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'
import type { WriterThread } from '../../sqlite/writer-thread/start-writer-thread'
import { sequenceOfPosition } from '../sequence-position'
import { toLastShuffledSegment, type ReadGuardDuringShuffle } from '../reads-during-shuffle'
import { shuffledSegmentsCheckpointName } from './event-shuffler'
import type { SqliteLogCheckpointer } from './sqlite-log-checkpointer'
import type { LogProtocol } from './log-writer-protocol'

/** What this thread has of the events whose positions change. */
interface ReadersOfLog {
  readonly guard: ReadGuardDuringShuffle
  readonly removeEventsFromMemory: () => void
  /** Runs a task while no thread copies the write-ahead log: while one does, it cannot be emptied. */
  readonly whileCheckpointsPaused: SqliteLogCheckpointer['whilePaused']
}

const openRead: StoreUnavailable = {
  _tag: 'StoreUnavailable',
  reason: 'an open read kept the write-ahead log from being emptied, so it still has the events in their earlier order',
}

/** Shuffles events in the file of a log, and empties its write-ahead log, which has the pages from before. */
export const sqliteShuffling = (
  { name }: Pick<SqliteDatabase, 'name'>,
  { submit }: WriterThread<LogProtocol>,
  { readPosition }: Pick<ReactorCheckpoints, 'readPosition'>,
  { guard, removeEventsFromMemory, whileCheckpointsPaused }: ReadersOfLog,
): EventShuffling => {
  const nameFile = addFileNameToError(name)
  /** Whether the write-ahead log has nothing from before a shuffle; a process that was killed may have left it so. */
  let isWithoutEarlierOrder = false
  const removeEarlierOrder = async (): Promise<E.Either<StoreUnavailable, void>> => {
    if (isWithoutEarlierOrder) return E.right(undefined)
    const emptied = await whileCheckpointsPaused(() => submit('truncate', () => undefined))
    if (E.isLeft(emptied)) return E.left(nameFile(emptied.left))
    isWithoutEarlierOrder = emptied.right
    return emptied.right ? E.right(undefined) : E.left(nameFile(openRead))
  }
  return {
    shuffledBefore: readPosition(shuffledSegmentsCheckpointName),
    shuffle: (segment) => async () => {
      const [after, before] = [sequenceOfPosition(segment.after), sequenceOfPosition(segment.before)]
      const end = guard.begin(after, before)
      isWithoutEarlierOrder = false
      const [closings, fixed] = [segment.closings, segment.fixed].map((positions) => positions.map(sequenceOfPosition))
      const shuffled = await submit('shuffle', () => [after, before, closings ?? [], fixed ?? []])
      removeEventsFromMemory()
      end()
      return E.isLeft(shuffled) ? E.left(nameFile(shuffled.left)) : removeEarlierOrder()
    },
    removeEarlierOrder,
    lastNoticed: (page) => toLastShuffledSegment(guard.lastShuffle(page)),
  }
}
