import { canonicalJson } from '../../domain/event/canonical-json'
import type { EventFolds, ReadModel } from '../read-model/read-model'
import { putRow } from '../read-model/row-change'
import { accessesTable, viewsTable } from './access-tables'

const accessFolds: EventFolds = {
  AccessRecorded: ({ open: { access, month }, sealed: { access: part } }) =>
    part._tag === 'Erased' ? [] : [putRow(accessesTable)({ access, month, ...part.value })],
  ViewWritten: ({ open: { borrower, view, month }, sealed: { view: part } }) =>
    part._tag === 'Erased'
      ? []
      : [putRow(viewsTable)({ view, borrower, month, views: canonicalJson(part.value.views) })],
}

/** Who has looked at the records of borrowers: by day until the month is closed, then by month. */
export const accessesReadModel: ReadModel = {
  name: 'accesses',
  version: 2,
  tables: [accessesTable, viewsTable],
  folds: accessFolds,
}
