import { greatestSequenceNumber } from '../sequence-position'

/** The position of the last event of a log's file (0 for none); a position out of range does not count. */
export const lastSequenceQuery = `SELECT coalesce(max(position), 0) FROM events WHERE position BETWEEN 1 AND ${greatestSequenceNumber}`

/** How many events the file of a log has, and the position of the last one (0 for none). */
export const logFactsQuery = 'SELECT count(*), coalesce(max(position), 0) FROM events'
