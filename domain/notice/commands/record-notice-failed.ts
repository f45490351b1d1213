import { either as E } from 'fp-ts'
import { refuseMessageCommand } from '../../message/message-refusal'
import type { SendingFailureReason } from '../../message/sending-failure-reason'
import type { NoticeId } from '../../values/ids'
import type { DecideFromState } from '../decide-notice-from-state'
import { NoticeFailed } from '../events/notice-failed'

/** Records that a notice can go neither by e-mail nor by SMS. An attempt after which it is tried again is not recorded. */
export interface RecordNoticeFailed {
  readonly type: 'RecordNoticeFailed'
  readonly notice: NoticeId
  readonly reason: SendingFailureReason
}

/** A repeat is accepted and changes nothing. Refused: `MessageIsUnknown`. */
export const decideRecordNoticeFailed =
  ({ notice, reason }: RecordNoticeFailed): DecideFromState =>
  (state) => {
    if (state._tag === 'Unmade') return refuseMessageCommand('MessageIsUnknown')
    if (state._tag !== 'Pending') return E.right([])
    return E.right([NoticeFailed({ notice }, { notice: { borrower: state.borrower, reason } })])
  }
