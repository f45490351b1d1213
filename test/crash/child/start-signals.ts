/** What the parent writes to a child that waits: to begin at once, or when it has closed a day. */
export const startSignals = { atOnce: 'at once\n', afterClosingDay: 'after closing a day\n' }
