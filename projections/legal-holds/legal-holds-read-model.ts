import type { ReadModel } from '../read-model/read-model'
import { legalHoldFolds } from './legal-hold-folds'
import { legalHoldsTable } from './legal-holds-table'

/** The legal holds: which scopes must not be erased, until when, and why. */
export const legalHoldsReadModel: ReadModel = {
  name: 'legalHolds',
  version: 2,
  tables: [legalHoldsTable],
  folds: legalHoldFolds,
}
