import type { StoredLogEvent } from '../stored-events'

/** That a borrower was seen in a half-year: the month in which they were active first. */
interface BorrowerSeenInMonth {
  readonly borrower: string
  readonly halfYear: string
  readonly month: string
}

/** What closings noted, in the order of *persons*. A note belongs to the month that is closed next in the log. */
export const borrowersSeenByMonth = (events: ReadonlyArray<StoredLogEvent>): ReadonlyArray<BorrowerSeenInMonth> => {
  const notes: BorrowerSeenInMonth[] = []
  let open: Omit<BorrowerSeenInMonth, 'month'>[] = []
  for (const { log, type, openPart } of events) {
    if (log !== 'persons') continue
    if (type === 'BorrowerSeen')
      open.push({ borrower: String(openPart['borrower']), halfYear: String(openPart['halfYear']) })
    if (type !== 'MonthClosed') continue
    notes.push(...open.map((note) => ({ ...note, month: String(openPart['month']) })))
    open = []
  }
  return notes
}
