import type { EventFolds } from '../read-model/read-model'
import { putRow } from '../read-model/row-change'
import { disclosuresTable } from './disclosures-table'

export const disclosureFolds: EventFolds = {
  DisclosureMade: ({ open: { disclosure, madeIn }, sealed: { disclosure: part } }) =>
    part._tag === 'Erased' ? [] : [putRow(disclosuresTable)({ disclosure, madeIn, ...part.value })],
}
