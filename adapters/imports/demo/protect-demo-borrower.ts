import { changeBorrower } from '../../../domain/use-cases/change-borrower'
import type { IdentityId } from '../../../domain/values/ids'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import { exampleBorrowers } from './demo-records-for-examples'
import { demoStepOrThrow } from './demo-step-or-throw'
import { demoCommandMetadata, idOfDemoBorrower } from './run-use-cases-in-demo'

/** Protects name and address of the borrower whose examples open them and end the protection. */
export const protectDemoBorrower = async (library: RunningLibrary): Promise<void> => {
  const borrower = idOfDemoBorrower(library, exampleBorrowers.toChangeIdentity)
  demoStepOrThrow(
    await changeBorrower(library.useCaseDependencies)(borrower, demoCommandMetadata(library))(({ idFor: next }) => ({
      ...{ type: 'ChangeProtection', borrower, identity: next('identity') as IdentityId },
      ...{ isNameAndAddressProtected: true, reason: 'Beskyttelse' },
    }))(),
  )
}
