import { canonicalJson } from '../../domain/event/canonical-json'
import type { EventFolds, ReadModel } from '../read-model/read-model'
import { putRow } from '../read-model/row-change'
import { messageCountsTable } from './message-counts-table'

const messageCountFolds: EventFolds = {
  MessagesCounted: ({ open: { messageCount, month }, sealed: { messageCount: part } }) => {
    if (part._tag === 'Erased') return []
    const { borrower, counts } = part.value
    return [putRow(messageCountsTable)({ messageCount, borrower, month, counts: canonicalJson(counts) })]
  },
}

/** How many messages of which kind a borrower got, month by month. */
export const messageCountsReadModel: ReadModel = {
  name: 'messageCounts',
  version: 1,
  tables: [messageCountsTable],
  folds: messageCountFolds,
}
