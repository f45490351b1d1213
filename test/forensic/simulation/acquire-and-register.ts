import { changeCopy } from '../../../domain/use-cases/change-copy'
import { registerAndWelcomeBorrower } from '../../../domain/use-cases/register-and-welcome-borrower'
import { oreFromKroner } from '../../../domain/values/ore'
import { makeUpPerson } from './made-up-person'
import {
  commandMetadataIn,
  townBranches,
  countDone,
  type SimulatedTown,
  type SimulatedBorrower,
} from './simulated-town'

/** Acquires all copies. Their names and authors name no borrower. */
export const acquireAllCopies = async (town: SimulatedTown): Promise<void> => {
  for (const { copy, title } of town.copies)
    countDone(town)(
      'acquired',
      await changeCopy(town.system.useCaseDependencies)(copy, commandMetadataIn(town))({
        ...{ type: 'Acquire', copy, title, branch: townBranches[0]!, ageLimit: null, price: oreFromKroner(200) },
        ...{ group: 'standard', name: `Bog nummer ${title}`, author: 'Martin Andersen Nexø' },
      })(),
    )
}

/** Registers the n-th made-up person, and records the person in the ground truth. */
export const registerMadeUpBorrower = async (
  town: SimulatedTown,
  n: number,
  habits: Pick<SimulatedBorrower, 'lastMonth' | 'neverReturns'>,
) => {
  const { canaries, ...person } = makeUpPerson(n, townBranches[n % 2]!)
  const registered = countDone(town)(
    'registered',
    await registerAndWelcomeBorrower(town.system.useCaseDependencies)({ ...person, ...commandMetadataIn(town) })(),
  )
  if (registered === undefined) throw new Error('a registration was refused')
  const { borrower } = registered
  for (const text of canaries) town.groundTruth.canaries.add(text)
  town.groundTruth.borrowers.add(borrower)
  town.groundTruth.madeInOrder.push(borrower)
  const borrowerInTown = { n, borrower, ...habits }
  town.people.set(borrower, borrowerInTown)
  return borrowerInTown
}
