import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { MessageId } from '../../values/ids'
import type { DecideFromState } from '../decide-message-from-state'
import { MessageSent } from '../events/message-sent'
import { isOnBalance } from '../message-kind'
import { refuseMessageCommand } from '../message-refusal'

/** Records that staff printed a letter and sent it. */
export interface RecordLetterPrinted {
  readonly type: 'RecordLetterPrinted'
  readonly message: MessageId
  readonly on: Day
}

/** Refused: `MessageIsUnknown`, `MessageIsNoLetter` (all that is not on the balance), `MessageHasEnded`. */
export const decideRecordLetterPrinted =
  ({ message, on }: RecordLetterPrinted): DecideFromState =>
  (state) => {
    if (state._tag === 'Unmade') return refuseMessageCommand('MessageIsUnknown')
    if (state._tag === 'Ended' || state._tag === 'Forgotten') return refuseMessageCommand('MessageHasEnded')
    if (!isOnBalance(state.kind)) return refuseMessageCommand('MessageIsNoLetter')
    const { borrower } = state
    return E.right([
      MessageSent({ message }, { message: { borrower, channel: 'letter', address: null, sentOn: on, items: null } }),
    ])
  }
