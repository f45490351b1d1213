import type { Day } from '../values/day'
import { endsItsMonth } from '../values/month'

/**
 * How a day is closed, holidays included, after its last command and once every reaction has passed it. Each step is
 * done, with all that follows from it, before the next begins. Within a step the commands are given in random order:
 * the order of a log must not tell whose they are.
 *
 * 1. Copies long overdue are billed as lost; compensation and fees for lateness follow.
 * 2. Reservations that have run out expire; their copies go to the next in the queue.
 * 3. The last day of a month closes the month, while all that happened in it can still be read:
 *    its loans are counted, those who used the library are marked as seen, the inactive lapse (after the marking, so
 *    that nobody seen in this month lapses with it), and the month is closed in each log.
 * 4. The day is closed. Only now may what falls due with it be erased.
 */
export const ofEachDay = ['billLostCopies', 'expireReservations'] as const
export const ofEachMonth = ['countLoans', 'markSeen', 'lapseInactive', 'closeMonth'] as const

export type ClosingStep = (typeof ofEachDay)[number] | (typeof ofEachMonth)[number] | 'closeDay'

/** The steps of closing a day, in order. Done again after a crash, from the first, they do nothing twice. */
export const stepsOf = (day: Day): ReadonlyArray<ClosingStep> => [
  ...ofEachDay,
  ...(endsItsMonth(day) ? ofEachMonth : []),
  'closeDay',
]
