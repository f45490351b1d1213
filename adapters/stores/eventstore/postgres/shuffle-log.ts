import type { TaskEither } from 'fp-ts/TaskEither'
import type { Pool } from 'pg'
import { categoryOfStream, type StreamName } from '../../../../domain/event/stream'
import type { StoreUnavailable, LogSegment } from '../../../../domain/ports/event-store'
import {
  monthRangesOfLogSegment,
  eventsThatMayBeShuffled,
  shuffledSequences,
  type EventToShuffle,
  type SequenceRange,
} from '../../../../retention/shuffling/shuffled-sequences'
import { systemRandom } from '../../../system/random/system-random'
import { maintenancePoolSettings, openPool } from '../../postgres/open-pool'
import { retryOnLockTimeout } from '../../postgres/retry-on-lock-timeout'
import { withTemporaryPool } from '../../postgres/with-temporary-pool'
import { sequenceOfPosition } from '../sequence-position'

const segmentQuery = 'SELECT position, stream FROM log.events WHERE position > $1 AND position < $2 ORDER BY position'

const readSegment = async (pool: Pool, after: number, before: number): Promise<ReadonlyArray<EventToShuffle>> => {
  const { rows } = await pool.query<{ readonly position: string; readonly stream: StreamName }>(segmentQuery, [
    after,
    before,
  ])
  return rows.map(({ position, stream }) => ({
    sequence: Number(position),
    stream,
    category: categoryOfStream(stream),
  }))
}

const eventsIn = ({ after, before }: SequenceRange, events: ReadonlyArray<EventToShuffle>) =>
  events.filter(({ sequence }) => sequence > after && sequence < before)

/**
 * Shuffles the events of a segment, and rewrites all rows of the log in their new order, in one transaction. Appends and
 * reads wait meanwhile, and answer StoreUnavailable after their own time-out. A long read delays it; after half a minute of
 * retries it answers StoreUnavailable. Random numbers are made here, because those of the server can be predicted.
 */
export const shuffleLog =
  (url: string) =>
  (segment: LogSegment): TaskEither<StoreUnavailable, void> =>
    withTemporaryPool(openPool(maintenancePoolSettings)(url))(async (pool) => {
      const [after, before] = [sequenceOfPosition(segment.after), sequenceOfPosition(segment.before)]
      const events = await readSegment(pool, after, before)
      const movable = eventsThatMayBeShuffled(segment.fixed.map(sequenceOfPosition))(events)
      const months = monthRangesOfLogSegment({ after, before }, segment.closings.map(sequenceOfPosition))
      const sequences = months.flatMap((month) => [
        ...shuffledSequences(systemRandom.shuffle)(eventsIn(month, movable)),
      ])
      const values = [after, before, sequences.map(([place]) => place), sequences.map(([, newPlace]) => newPlace)]
      await retryOnLockTimeout(() => pool.query('SELECT log.shuffle($1, $2, $3, $4)', values))
    })
