import { makeDemoLibrary } from '../../../adapters/imports/demo/make-demo-library'
import { recreateDemoExamples } from '../../../adapters/imports/demo/recreate-demo-examples'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { lendCopy } from '../../../domain/use-cases/lend-copy'
import { reserveTitle } from '../../../domain/use-cases/reserve-title'
import { returnCopy } from '../../../domain/use-cases/return-copy'
import { addDays } from '../../../domain/values/day'
import type { BorrowerId } from '../../../domain/values/ids'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { runWithCallers } from '../lend/run-with-callers'
import { addBorrowers, addCopies, concurrentCallers, currentMetadata, type AddedCopy } from './add-borrowers-and-copies'

/** So many days after their lending, short loans are two days late. */
const daysUntilLate = 9

const settle = async (library: RunningLibrary): Promise<void> => {
  rightOrThrow(await library.useCaseDependencies.waitForReactions())
  rightOrThrow(await library.catchUpReadModels())
}

const withCallers = runWithCallers(concurrentCallers)

/** Lends each copy to a borrower of its own. */
const lendAll = (library: RunningLibrary, copies: ReadonlyArray<AddedCopy>, borrowers: ReadonlyArray<BorrowerId>) =>
  withCallers([...copies.entries()], async ([index, { copy, branch }]) => {
    const borrower = borrowers[index % borrowers.length]!
    const request = { ...currentMetadata(library), copy, branch, borrower }
    rightOrThrow(await lendCopy(library.useCaseDependencies)(request)())
  })

const returnAll = (library: RunningLibrary, copies: ReadonlyArray<AddedCopy>) =>
  withCallers(copies, async ({ copy, branch }) => {
    rightOrThrow(await returnCopy(library.useCaseDependencies)({ ...currentMetadata(library), copy, branch })())
  })

/** Reserves the title of each copy, which stands on the shelf of its branch. */
const reserveAll = (library: RunningLibrary, copies: ReadonlyArray<AddedCopy>, borrowers: ReadonlyArray<BorrowerId>) =>
  withCallers([...copies.entries()], async ([index, { title, branch }]) => {
    const request = { ...currentMetadata(library), title, borrower: borrowers[index]!, pickUpBranch: branch }
    rightOrThrow(await reserveTitle(library.useCaseDependencies)({ ...request, interestUntil: undefined })())
  })

/** What is added to the demo library. */
export interface AddedPopulation {
  readonly borrowers: number
  /** Borrowers whose loan was late and is returned: each owes a fee. */
  readonly late: number
  readonly overdue: number
  /** Borrowers with a loan that is not due yet. */
  readonly onLoan: number
  /** Borrowers with a title reserved. One copy of four is ready for them, the others are on pull lists. */
  readonly waiting: number
}

/** As many of everything as a public library has, as far as one knows. */
export const populationWith = (borrowers: number): AddedPopulation => {
  const [late, overdue, onLoan, waiting] = [0.02, 0.03, 0.3, 0.02].map((share) => Math.floor(share * borrowers))
  return { borrowers, late: late!, overdue: overdue!, onLoan: onLoan!, waiting: waiting! }
}

/** Makes the demo library, with something of every matter, and adds many borrowers and copies. */
export const fillDemoLibrary = async (library: RunningLibrary, population: AddedPopulation): Promise<void> => {
  await makeDemoLibrary(library, () => undefined)
  const { late, overdue, onLoan, waiting } = population
  const [short, lent] = [late + overdue, late + overdue + onLoan]
  const borrowers = await addBorrowers(library, population.borrowers)
  const copies = await addCopies(library, lent + 2 * waiting, short)
  await lendAll(library, copies.slice(0, short), borrowers)
  const today = library.useCaseDependencies.commandHandling.clock.today()
  rightOrThrow(await library.clock.moveTo(addDays(daysUntilLate)(today), () => undefined)())
  await settle(library)
  await returnAll(library, copies.slice(0, late))
  await lendAll(library, copies.slice(short, lent), borrowers.slice(short))
  // A title has two copies, and each title is reserved once.
  const reserved = copies.slice(lent).filter((_, index) => index % 2 === 0)
  await reserveAll(library, reserved, borrowers.slice(lent))
  await settle(library)
  await returnAll(library, reserved.slice(0, Math.floor(waiting / 4)))
  await recreateDemoExamples(library)
  await settle(library)
}
