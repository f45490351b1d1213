import { borrowerById } from '../../../projections/borrowers/borrower-record-queries'
import { guardianOfGuardianship } from '../../../projections/guardians/guardian-queries'
import { findDemoBorrower, type DemoExamples } from '../../imports/demo/demo-examples'
import type { DemoLogInOffer } from '../../interfaces/demo-log-in/demo-log-in-offer'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import { demoLogInUsers } from './demo-log-in-users'
import { demoUsersOfBorrowers } from './prepare-demo'

const usersWithoutExamples: DemoLogInOffer = { users: demoLogInUsers([]), isFirstBorrowerForgotten: false }

/**
 * Whom somebody may be at a log-in of the demo library as it is now. When the borrower of the examples is forgotten, another
 * one is offered, if any is left.
 */
export const findDemoLogInOffer = async (
  { catchUpReadModels, rows }: Pick<RunningLibrary, 'catchUpReadModels' | 'rows'>,
  examples: Pick<DemoExamples, 'borrower' | 'guardianship'> | undefined,
): Promise<DemoLogInOffer> => {
  if (examples === undefined) return usersWithoutExamples
  const { borrower, guardianship } = examples
  await catchUpReadModels()
  const isForgotten = borrower !== undefined && borrowerById(borrower)(rows) === undefined
  const hasGuardian = guardianship !== undefined && guardianOfGuardianship(guardianship)(rows) !== undefined
  const present = {
    borrower: isForgotten ? findDemoBorrower(rows) : borrower,
    guardianship: hasGuardian ? guardianship : undefined,
  }
  return { users: demoLogInUsers(demoUsersOfBorrowers(present)), isFirstBorrowerForgotten: isForgotten }
}
