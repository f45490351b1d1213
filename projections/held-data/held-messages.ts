import { addDays } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { contentOfMessage, messagesOfBorrower } from '../messages/message-queries'
import type { MessageRow } from '../messages/message-table'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { unlessAllEmpty } from './unless-all-empty'

const heldMessage = (retentionDays: number) => (row: MessageRow) => {
  const { message, kind, madeOn, state, endedOn, channel, address, reason, pickUpBranch, pickUpNumber } = row
  return {
    ...{ message, about: kind, madeOn, content: contentOfMessage(row).items, pickUpBranch, pickUpNumber },
    ...{ outcome: state, outcomeOn: endedOn, channel, sentTo: address, failure: reason },
    forgottenOn: addDays(retentionDays)(madeOn),
  }
}

/** The messages to a borrower that are not forgotten; undefined when there are none. */
export const heldMessages = (retentionDays: number) => (borrower: BorrowerId) => (rows: ReadModelRows) =>
  unlessAllEmpty({ messages: messagesOfBorrower(borrower)(rows).map(heldMessage(retentionDays)) })
