/**
 * "Self-service machines may work offline for up to 14 days": the day of a command may be at most this many days ago.
 */
export const longestOfflineDays = 14
