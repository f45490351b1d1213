import type { BackupHorizonDeclared } from '../../domain/erasure/events/backup-horizon-declared'
import { countScopesByClass } from '../../domain/erasure/count-scopes-by-class'
import type { EventFolds } from '../read-model/read-model'
import { putRow, setColumns } from '../read-model/row-change'
import { backupHorizonsTable, erasureRunClassesTable, erasureRunsTable } from './certificate-tables'

type BackupHorizon = BackupHorizonDeclared['open']

const putHorizon = (status: 'passed' | 'declared', { epoch, ...days }: BackupHorizon) => [
  putRow(backupHorizonsTable)({ epoch: Number(epoch), status, ...days }),
]

/** Folds open parts only. */
export const certificateFolds: EventFolds = {
  BackupHorizonDeclared: ({ open }) => putHorizon('declared', open),
  BackupHorizonPassed: ({ open }) => putHorizon('passed', open),
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
