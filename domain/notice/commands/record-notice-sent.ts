import { either as E } from 'fp-ts'
import { refuseMessageCommand } from '../../message/message-refusal'
import type { AddressedChannel } from '../../ports/message-sender'
import type { NoticeId } from '../../values/ids'
import type { DecideFromState } from '../decide-notice-from-state'
import { NoticeSent } from '../events/notice-sent'

/** Records that a mail server or a gateway took a notice. */
export interface RecordNoticeSent {
  readonly type: 'RecordNoticeSent'
  readonly notice: NoticeId
  readonly channel: AddressedChannel
  /** The e-mail address or the mobile number. */
  readonly address: string
}

/** A repeat is accepted and changes nothing. Refused: `MessageIsUnknown`. */
export const decideRecordNoticeSent =
  ({ notice, channel, address }: RecordNoticeSent): DecideFromState =>
  (state) => {
    if (state._tag === 'Unmade') return refuseMessageCommand('MessageIsUnknown')
    if (state._tag === 'Ended') return E.right([])
    return E.right([NoticeSent({ notice }, { notice: { borrower: state.borrower, channel, address } })])
  }
