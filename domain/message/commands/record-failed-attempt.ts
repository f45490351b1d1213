import { either as E } from 'fp-ts'
import { daysBetween, type Day } from '../../values/day'
import type { MessageId } from '../../values/ids'
import { decideWhenMessageIsPending, type DecideFromState } from '../decide-message-from-state'
import { MessageAttemptFailed } from '../events/message-attempt-failed'
import { MessageFailed } from '../events/message-failed'
import { longestSendingDays } from '../longest-sending-days'
import { isFinalReason, type SendingFailureReason } from '../sending-failure-reason'

/** Records that a message could not be sent. */
export interface RecordFailedAttempt {
  readonly type: 'RecordFailedAttempt'
  readonly message: MessageId
  readonly reason: SendingFailureReason
  readonly on: Day
}

/** Whether a message of a day that fails on another is tried again. */
export const isTriedAgain = (madeOn: Day, on: Day, reason: SendingFailureReason): boolean =>
  !isFinalReason(reason) && daysBetween(madeOn)(on) < longestSendingDays

/** Refused: `MessageIsUnknown`. */
export const decideRecordFailedAttempt = ({ message, reason, on }: RecordFailedAttempt): DecideFromState =>
  decideWhenMessageIsPending(({ borrower, madeOn }) =>
    E.right([
      isTriedAgain(madeOn, on, reason)
        ? MessageAttemptFailed({ message }, { message: { borrower, reason, triedOn: on } })
        : MessageFailed({ message }, { message: { borrower, reason, failedOn: on } }),
    ]),
  )
