import type { ReadModel } from '../read-model/read-model'
import { certificateFolds } from './certificate-folds'
import { erasureRunClassesTable, erasureRunsTable } from './certificate-tables'

/** The certificates of erasures. Names no person. */
export const certificatesReadModel: ReadModel = {
  name: 'certificates',
  version: 1,
  tables: [erasureRunsTable, erasureRunClassesTable],
  folds: certificateFolds,
}
