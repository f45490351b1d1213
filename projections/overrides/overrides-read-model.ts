import type { ReadModel } from '../read-model/read-model'
import { overrideFolds } from './override-folds'
import { loanOverridesTable, reservationOverridesTable } from './override-tables'

/** Which refusals staff have overridden for a borrower, and why. */
export const overridesReadModel: ReadModel = {
  name: 'overrides',
  version: 1,
  tables: [loanOverridesTable, reservationOverridesTable],
  folds: overrideFolds,
}
