import { changeCopy } from '../../../domain/use-cases/change-copy'
import { unkeyedOrigin } from '../../../domain/use-cases/command-metadata'
import { registerBorrower } from '../../../domain/use-cases/register-borrower'
import type { BorrowerId } from '../../../domain/values/ids'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import { demoStepOrThrow } from './demo-step-or-throw'
import { demoBorrowers, type DemoBorrower } from './demo-borrowers'
import { demoCopies } from './demo-copies'
import { allExampleCopies, exampleBorrowers } from './demo-records-for-examples'

const currentMetadata = (library: RunningLibrary) => ({
  at: library.useCaseDependencies.commandHandling.clock.now(),
  origin: unkeyedOrigin,
})

/** Registers a borrower of the demo, with or without a welcome. */
export const registerDemoBorrower =
  (library: RunningLibrary, register: typeof registerBorrower) =>
  async (borrower: DemoBorrower): Promise<BorrowerId> => {
    const { person, card, email } = borrower
    const registered = await register(library.useCaseDependencies)({
      ...currentMetadata(library),
      person,
      contactDetails: {
        ...{ careOf: null, address: null, phones: [], mobileForNotices: null },
        ...{ emails: [email], emailForNotices: email },
      },
      // The example of a link that is mailed needs an e-mail that is not verified.
      verifiedEmails: borrower === exampleBorrowers.toChangeContact ? [] : [email],
      presentedCard: { number: card, pin: null },
    })()
    return demoStepOrThrow(registered).borrower
  }

/** Acquires all demo copies, and registers all demo borrowers in random order, those of the examples among them. Answers the borrowers in the order of `demoBorrowers`. */
export const addDemoCopiesAndBorrowers = async (library: RunningLibrary): Promise<ReadonlyArray<BorrowerId>> => {
  const { useCaseDependencies: dependencies } = library
  for (const copy of [...demoCopies, ...allExampleCopies])
    demoStepOrThrow(await changeCopy(dependencies)(copy.copy, currentMetadata(library))({ type: 'Acquire', ...copy })())
  const ids = new Map<DemoBorrower, BorrowerId>()
  for (const person of dependencies.commandHandling.random.shuffle([
    ...demoBorrowers,
    ...Object.values(exampleBorrowers),
  ]))
    ids.set(person, await registerDemoBorrower(library, registerBorrower)(person))
  return demoBorrowers.flatMap((person) => ids.get(person) ?? [])
}
