import { either as E } from 'fp-ts'
import { refuseMessageCommand } from '../../message/message-refusal'
import type { NoticeId } from '../../values/ids'
import type { DecideFromState } from '../decide-notice-from-state'
import { NoticeSent } from '../events/notice-sent'
import { isPrintedWhenUnreachable } from '../notice-kind'

/** Records that staff printed a notice and sent it as a letter. */
export interface RecordNoticePrinted {
  readonly type: 'RecordNoticePrinted'
  readonly notice: NoticeId
}

/** Refused: `MessageIsUnknown`, `MessageIsNoLetter` (also while it may still go by e-mail or SMS), `MessageHasEnded`. */
export const decideRecordNoticePrinted =
  ({ notice }: RecordNoticePrinted): DecideFromState =>
  (state) => {
    if (state._tag === 'Unmade') return refuseMessageCommand('MessageIsUnknown')
    if (state._tag === 'Ended') return refuseMessageCommand('MessageHasEnded')
    if (state._tag === 'Pending' || !isPrintedWhenUnreachable(state.kind))
      return refuseMessageCommand('MessageIsNoLetter')
    return E.right([NoticeSent({ notice }, { notice: { borrower: state.borrower, channel: 'letter', address: null } })])
  }
