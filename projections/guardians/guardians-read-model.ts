import type { ReadModel } from '../read-model/read-model'
import { guardianFolds } from './guardian-folds'
import { guardianPapersTable, guardiansTable } from './guardian-tables'

/** The guardians of borrowers, and the papers on which they were registered. */
export const guardiansReadModel: ReadModel = {
  name: 'guardians',
  version: 2,
  tables: [guardiansTable, guardianPapersTable],
  folds: guardianFolds,
}
