import { daysBetween, type Day } from '../values/day'
import { goesByPost } from './message-kind'
import type { TextKind } from './text-content'

/** Days after its day on which a message is tried for the last time. */
export const longestSendingDays = 3

/** What decides how long a message is tried. */
export interface MessageOfDay {
  readonly kind: TextKind
  readonly madeOn: Day
}

/**
 * Whether a message is not sent any more on a day. A late reminder misleads: it names a day that is past, or comes when
 * the borrower knows already. Legal notices go also late, as long as what they tell stands: a bill, a statement and a
 * collection notice must reach the borrower.
 */
export const isTooLateToSend =
  ({ kind, madeOn }: MessageOfDay) =>
  (today: Day): boolean =>
    !goesByPost(kind) && daysBetween(madeOn)(today) > longestSendingDays
