import type { ReadModel } from '../read-model/read-model'
import { guardianFolds } from './guardian-folds'
import { guardianPapersTable, guardiansTable, unconfirmedGuardianPapersTable } from './guardian-tables'

/** The guardians of borrowers, and the papers on which they were registered. */
export const guardiansReadModel: ReadModel = {
  name: 'guardians',
  version: 4,
  tables: [guardiansTable, guardianPapersTable, unconfirmedGuardianPapersTable],
  folds: guardianFolds,
}
