import type { Day } from '../values/day'
import { isLastDayOfMonth } from '../values/month'

/**
 * The steps of closing a day, holidays included. A day is closed after its last command. Before each step all reactions
 * have run. The commands of one step are handled in random order: the order of a log must not tell whose they are.
 *
 * 1. Copies long overdue are billed as lost. Reactions levy compensation and fees for lateness.
 * 2. Copies that were claimed returned long ago and not found are written off.
 * 3. Fees that nobody paid, and whose debt nobody renewed in three years, are written off.
 * 4. Reservations past their last day expire. Those end whose borrower has died, or has borrowed a title parallel to
 *    them. Their copies go to the next in the queue.
 * 5. Copies that have been reserved for too long are released, before what names their borrower is erased.
 * 6. Reservations to be picked up at a branch that is not there tomorrow go to the branch that takes over.
 * 7. Whoever waits for a title of which a copy is free is served, whatever made it free.
 * 8. Borrowers are written to, one message for each borrower and kind, and the openings of records are written, in one
 *    random order. Then what the website logged on the day is written, and the visits of its pages.
 * 9. The last day of a month also closes the month, while its parts can still be opened: its statistics are counted,
 *    active borrowers are marked as seen, the histories of those who consented are written, absence periods that are over
 *    are ended, as are the guardianships of borrowers who have come of age, papers of guardianships that nobody confirmed
 *    as destroyed are counted, as are the visitors of the website, borrowers who will lapse soon are written to, the messages to each borrower are counted, it
 *    is written who was looked at and why,
 *    those who were told so before lapse (after the marking, so that no active borrower lapses), as do those who have died
 *    and of whom nothing is open, and the month is closed in each log.
 * 10. The day is closed. What is due with it may be erased from now on.
 */
const dayClosingSteps = [
  'billLostCopies',
  'writeOffClaimedLoans',
  'writeOffLapsedDebts',
  'expireReservations',
  'releaseSetAsides',
  'leaveClosedBranches',
  'serveReservations',
  'makeMessages',
  'writeServerLog',
] as const
const monthClosingSteps = [
  'countMonth',
  'markSeen',
  'writeHistories',
  'endAbsences',
  'endGuardianships',
  'countGuardianPapers',
  'countVisitors',
  'announceErasures',
  'countMessages',
  'writeViews',
  'lapseInactive',
  'closeMonth',
] as const

export type DayClosingStep = (typeof dayClosingSteps)[number] | (typeof monthClosingSteps)[number] | 'closeDay'

/** The steps of closing a day, in order. Run again from the first after a crash, they repeat nothing. */
export const closingStepsOfDay = (day: Day): ReadonlyArray<DayClosingStep> => [
  ...dayClosingSteps,
  ...(isLastDayOfMonth(day) ? monthClosingSteps : []),
  'closeDay',
]
