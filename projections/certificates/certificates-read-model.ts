import type { ReadModel } from '../read-model/read-model'
import { certificateFolds } from './certificate-folds'
import { backupHorizonsTable, erasureRunClassesTable, erasureRunsTable } from './certificate-tables'

/** The certificates of erasures. Names no person. */
export const certificatesReadModel: ReadModel = {
  name: 'certificates',
  version: 2,
  tables: [erasureRunsTable, erasureRunClassesTable, backupHorizonsTable],
  folds: certificateFolds,
}
