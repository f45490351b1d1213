import type { Pool } from 'pg'
import type { EventPage, Position, EventShuffling } from '../../../../domain/ports/event-store'
import { rejectWithStoreError } from '../../postgres/postgres-failure'
import { positionOfSequence } from '../sequence-position'
import type { LastShuffle } from '../shuffle-guard'
import { shuffleLog } from './shuffle-log'

/** The position of a number; undefined for 0, where no event is. */
const positionOrUndefined = (sequence: number): Position | undefined =>
  sequence === 0 ? undefined : positionOfSequence(sequence)

/** Shuffles events of a log on PostgreSQL. Several processes may read it meanwhile. */
export const postgresShuffling = (
  url: string,
  pool: Pool,
  lastNoticed: (page: EventPage) => LastShuffle | undefined,
): EventShuffling => ({
  shuffledBefore: async () => {
    const { rows } = await rejectWithStoreError(
      pool.query<{ readonly before: string }>('SELECT before_position AS before FROM log.last_shuffle'),
    )
    return positionOrUndefined(Number(rows[0]?.before ?? 0))
  },
  shuffle: shuffleLog(url),
  lastNoticed: (page) => {
    const noticed = lastNoticed(page)
    return (
      noticed && {
        times: noticed.times,
        after: positionOrUndefined(noticed.after),
        before: positionOrUndefined(noticed.before),
      }
    )
  },
})
