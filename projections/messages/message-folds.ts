import { canonicalJson } from '../../domain/event/canonical-json'
import type { EventFolds } from '../read-model/read-model'
import { putRow, setColumns } from '../read-model/row-change'
import { messagesTable } from './message-table'

const notEnded = { state: 'pending', endedOn: null, channel: null, address: null, reason: null } as const

export const messageFolds: EventFolds = {
  MessageMade: ({ open: { message, madeOn }, sealed: { message: part } }) => {
    if (part._tag === 'Erased') return []
    const { borrower, kind, items, pickUp } = part.value
    const place = { pickUpBranch: pickUp?.branch ?? null, pickUpNumber: pickUp?.number ?? null }
    return [
      putRow(messagesTable)({ message, borrower, kind, madeOn, items: canonicalJson(items), ...place, ...notEnded }),
    ]
  },
  MessageSent: ({ open: { message }, sealed: { message: part } }) => {
    if (part._tag === 'Erased') return []
    const { channel, address, sentOn: endedOn, items } = part.value
    const sentItems = items === null ? {} : { items: canonicalJson(items) }
    return [
      setColumns(messagesTable)({ message }, { state: 'sent', endedOn, channel, address, reason: null, ...sentItems }),
    ]
  },
  MessageAttemptFailed: ({ open: { message }, sealed: { message: part } }) =>
    part._tag === 'Erased' ? [] : [setColumns(messagesTable)({ message }, { reason: part.value.reason })],
  MessageFailed: ({ open: { message }, sealed: { message: part } }) => {
    if (part._tag === 'Erased') return []
    const { reason, failedOn: endedOn } = part.value
    return [setColumns(messagesTable)({ message }, { state: 'failed', endedOn, reason })]
  },
}
