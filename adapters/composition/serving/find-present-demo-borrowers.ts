import { borrowerById } from '../../../projections/borrowers/borrower-record-queries'
import { guardianOfGuardianship } from '../../../projections/guardians/guardian-queries'
import { findDemoBorrower, type DemoExamples } from '../../imports/demo/demo-examples'
import type { DemoUser } from '../../interfaces/http/tokens/demo-issuer'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import { demoUsersOfBorrowers } from './prepare-demo'

/** The demo users who depend on the data of the library, as it is now. */
interface PresentDemoBorrowers {
  readonly users: ReadonlyArray<DemoUser>
  /** Whether the borrower with whom the demo library began is forgotten. */
  readonly isFirstBorrowerForgotten: boolean
}

/**
 * The demo borrower and the demo guardian of a library as it is now. When the borrower of the examples is forgotten, another
 * one takes that place, if any is left. Without examples there is neither.
 */
export const findPresentDemoBorrowers = async (
  { catchUpReadModels, rows }: Pick<RunningLibrary, 'catchUpReadModels' | 'rows'>,
  examples: Pick<DemoExamples, 'borrower' | 'guardianship'> | undefined,
): Promise<PresentDemoBorrowers> => {
  if (examples === undefined) return { users: [], isFirstBorrowerForgotten: false }
  const { borrower, guardianship } = examples
  await catchUpReadModels()
  const isForgotten = borrower !== undefined && borrowerById(borrower)(rows) === undefined
  const hasGuardian = guardianship !== undefined && guardianOfGuardianship(guardianship)(rows) !== undefined
  const present = {
    borrower: isForgotten ? findDemoBorrower(rows) : borrower,
    guardianship: hasGuardian ? guardianship : undefined,
  }
  return { users: demoUsersOfBorrowers(present), isFirstBorrowerForgotten: isForgotten }
}
