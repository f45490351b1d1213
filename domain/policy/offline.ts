/** "Self-service machines may work offline for up to 14 days": what a command's own day may lie back, in days. */
export const longestOffline = 14
