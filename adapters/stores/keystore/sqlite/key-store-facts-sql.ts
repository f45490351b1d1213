/** How many rows of a key store live, and how many are fenced. */
export const keyCountsQuery = 'SELECT count(slot), count(*) - count(slot) FROM keys'

/** How many living keys each epoch of the ring wraps. */
export const livingKeyCountByEpochQuery =
  'SELECT epoch, count(*) FROM keys WHERE slot IS NOT NULL GROUP BY epoch ORDER BY epoch'

/** The library that the key store was made for. */
export const keyLibraryQuery = 'SELECT id FROM library'
