import { either as E } from 'fp-ts'
import { daysBetween, type Day } from '../../values/day'
import type { MessageId } from '../../values/ids'
import { decideWhenMessageIsPending, type DecideFromState } from '../decide-message-from-state'
import { MessageAttemptFailed } from '../events/message-attempt-failed'
import { MessageFailed } from '../events/message-failed'
import { longestSendingDays, type MessageOfDay } from '../longest-sending-days'
import { goesByPost } from '../message-kind'
import { isFinalReason, type AttemptFailureReason, type SendingFailureReason } from '../sending-failure-reason'

/** Records that a message could not be sent. */
export interface RecordFailedAttempt {
  readonly type: 'RecordFailedAttempt'
  readonly message: MessageId
  readonly reason: SendingFailureReason
  readonly on: Day
}

/**
 * Whether a message that fails on a day stays pending. A legal notice does: what Digital Post does not take is printed as
 * a letter.
 */
export const isTriedAgain = (
  { kind, madeOn }: MessageOfDay,
  on: Day,
  reason: SendingFailureReason,
): reason is AttemptFailureReason =>
  reason !== 'causeEnded' &&
  (goesByPost(kind) || (!isFinalReason(reason) && daysBetween(madeOn)(on) < longestSendingDays))

/** Refused: `MessageIsUnknown`. */
export const decideRecordFailedAttempt = ({ message, reason, on }: RecordFailedAttempt): DecideFromState =>
  decideWhenMessageIsPending(({ borrower, kind, madeOn }) =>
    E.right([
      isTriedAgain({ kind, madeOn }, on, reason)
        ? MessageAttemptFailed({ message }, { message: { borrower, reason, triedOn: on } })
        : MessageFailed({ message }, { message: { borrower, reason, failedOn: on } }),
    ]),
  )
