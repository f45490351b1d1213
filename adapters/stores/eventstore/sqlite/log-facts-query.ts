/** How many events the file of a log has, and the position of the last one (0 for none). */
export const logFactsQuery = 'SELECT count(*), coalesce(max(position), 0) FROM events'
