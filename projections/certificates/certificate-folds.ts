import { countScopesByClass } from '../../domain/erasure/count-scopes-by-class'
import type { EventFolds } from '../read-model/read-model'
import { putRow, setColumns } from '../read-model/row-change'
import { erasureRunClassesTable, erasureRunsTable } from './certificate-tables'

/** Folds open parts only. */
export const certificateFolds: EventFolds = {
  ErasureDue: ({ metadata: { log }, open: { run, scopes } }) => {
    const uncertified = { run, log, certificate: null, certifiedOn: null }
    const classRows = [...countScopesByClass(scopes)].map(([name, amount]) =>
      putRow(erasureRunClassesTable)({ ...uncertified, class: name, scopes: amount }),
    )
    return [putRow(erasureRunsTable)(uncertified), ...classRows]
  },
  ScopesErased: ({ metadata, open: { run, certificate } }) => {
    const certified = { certificate, certifiedOn: metadata.recorded }
    return [setColumns(erasureRunsTable)({ run }, certified), setColumns(erasureRunClassesTable)({ run }, certified)]
  },
}
