import type { ReadModel } from '../read-model/read-model'
import { disclosureFolds } from './disclosure-folds'
import { disclosuresTable } from './disclosures-table'

/** Disclosures of personal data: when, to whom, on which basis. */
export const disclosuresReadModel: ReadModel = {
  name: 'disclosures',
  version: 1,
  tables: [disclosuresTable],
  folds: disclosureFolds,
}
