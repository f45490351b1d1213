import type { ReadModel } from '../read-model/read-model'
import { guardianFolds } from './guardian-folds'
import {
  guardianPapersTable,
  guardiansTable,
  unconfirmedGuardianPapersTable,
  verifiedEmailsOfGuardiansTable,
} from './guardian-tables'

/** The guardians of borrowers, and the papers on which they were registered. */
export const guardiansReadModel: ReadModel = {
  name: 'guardians',
  version: 5,
  tables: [guardiansTable, verifiedEmailsOfGuardiansTable, guardianPapersTable, unconfirmedGuardianPapersTable],
  folds: guardianFolds,
}
