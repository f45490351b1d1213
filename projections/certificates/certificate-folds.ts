import type { DueScope } from '../../domain/erasure/events/erasure-due'
import type { ScopeClass } from '../../domain/event/scope-class'
import type { EventFolds } from '../read-model/read-model'
import { putRow, setColumns } from '../read-model/row-change'
import { erasureRunClassesTable, erasureRunsTable } from './certificate-tables'

const countByClass = (scopes: ReadonlyArray<DueScope>): ReadonlyMap<ScopeClass, number> => {
  const counts = new Map<ScopeClass, number>()
  for (const { class: name } of scopes) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** Folds open parts only. */
export const certificateFolds: EventFolds = {
  ErasureDue: ({ metadata: { log }, open: { run, scopes } }) => {
    const uncertified = { run, log, certificate: null, certifiedOn: null }
    const classRows = [...countByClass(scopes)].map(([name, amount]) =>
      putRow(erasureRunClassesTable)({ ...uncertified, class: name, scopes: amount }),
    )
    return [putRow(erasureRunsTable)(uncertified), ...classRows]
  },
  ScopesErased: ({ metadata, open: { run, certificate } }) => {
    const certified = { certificate, certifiedOn: metadata.recorded }
    return [setColumns(erasureRunsTable)({ run }, certified), setColumns(erasureRunClassesTable)({ run }, certified)]
  },
}
