import type { EventFolds } from '../read-model/read-model'
import { putRow, setColumns } from '../read-model/row-change'
import { noticesTable } from './notice-table'

const notEnded = { state: 'pending', channel: null, address: null, reason: null } as const

export const noticeFolds: EventFolds = {
  NoticeMade: ({ open: { notice, madeIn }, sealed: { notice: part } }) => {
    if (part._tag === 'Erased') return []
    const { padding: _padding, ...known } = part.value
    return [putRow(noticesTable)({ notice, madeIn, ...known, ...notEnded })]
  },
  NoticeSent: ({ open: { notice }, sealed: { notice: part } }) => {
    if (part._tag === 'Erased') return []
    const { channel, address } = part.value
    return [setColumns(noticesTable)({ notice }, { state: 'sent', channel, address, reason: null })]
  },
  NoticeFailed: ({ open: { notice }, sealed: { notice: part } }) =>
    part._tag === 'Erased'
      ? []
      : [setColumns(noticesTable)({ notice }, { state: 'failed', reason: part.value.reason })],
}
