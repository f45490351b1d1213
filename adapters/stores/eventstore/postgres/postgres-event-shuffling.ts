import type { Pool } from 'pg'
import type { EventPage, EventShuffling } from '../../../../domain/ports/event-store'
import { convertRejectionToStoreError } from '../../postgres/postgres-failure'
import { positionOfSequence } from '../sequence-position'
import { toLastShuffledSegment, type LastShuffledSequenceRange } from '../reads-during-shuffle'
import { shuffleLog } from './shuffle-log'

/** Shuffles events of a log on PostgreSQL. Several processes may read it meanwhile. */
export const postgresEventShuffling = (
  url: string,
  pool: Pool,
  lastNoticed: (page: EventPage) => LastShuffledSequenceRange | undefined,
): EventShuffling => ({
  shuffledBefore: async () => {
    const { rows } = await convertRejectionToStoreError(
      pool.query<{ readonly before: string }>('SELECT before_position AS before FROM log.last_shuffle'),
    )
    const before = Number(rows[0]?.before ?? 0)
    return before === 0 ? undefined : positionOfSequence(before)
  },
  shuffle: shuffleLog(url),
  lastNoticed: (page) => {
    const noticed = lastNoticed(page)
    return noticed && toLastShuffledSegment(noticed)
  },
})
