import { lendCopy } from '../../../domain/use-cases/lend-copy'
import { unkeyedOrigin } from '../../../domain/use-cases/command-metadata'
import { reserveTitle } from '../../../domain/use-cases/reserve-title'
import { returnCopy } from '../../../domain/use-cases/return-copy'
import type { BorrowerId, BranchId } from '../../../domain/values/ids'
import { cardByNumber } from '../../../projections/borrowers/borrower-queries'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { DemoBorrower } from './demo-borrowers'
import { demoHarbourBranch, demoMainBranch, type DemoCopy } from './demo-copies'
import { demoStepOrThrow } from './demo-step-or-throw'
import { exampleBorrowers, exampleCopies } from './examples-to-try'

/** Days of the demo: lent here, a copy is returned too late, or its loan may be renewed on the last day. */
const dayOfLateLoans = 40
const dayOfLateReturns = 100
const dayOfRunningLoans = 93

const loansReturnedLate: ReadonlyArray<readonly [DemoCopy, DemoBorrower]> = [
  [exampleCopies.paidLate, exampleBorrowers.withFeeToPay],
  [exampleCopies.waivedLate, exampleBorrowers.withFeeToWaive],
  [exampleCopies.cancelledLate, exampleBorrowers.withFeeToCancel],
]

const runningLoans: ReadonlyArray<DemoCopy> = [
  exampleCopies.toReturn,
  exampleCopies.toRenew,
  exampleCopies.toReserve,
  exampleCopies.toSend,
  exampleCopies.toArrive,
]

const now = (library: RunningLibrary) => ({
  at: library.useCaseDependencies.commandHandling.clock.now(),
  origin: unkeyedOrigin,
})

const idOf = ({ rows }: RunningLibrary, { card }: DemoBorrower): BorrowerId =>
  cardByNumber(card)(rows)?.borrower ?? ('' as BorrowerId)

const lend = async (library: RunningLibrary, { copy, branch }: DemoCopy, borrower: DemoBorrower): Promise<void> => {
  const request = { ...now(library), copy, branch, borrower: idOf(library, borrower) }
  demoStepOrThrow(await lendCopy(library.useCaseDependencies)(request)())
}

const giveBack = async (library: RunningLibrary, { copy, branch }: DemoCopy): Promise<void> => {
  demoStepOrThrow(await returnCopy(library.useCaseDependencies)({ ...now(library), copy, branch })())
}

const reserve = async (
  library: RunningLibrary,
  { title }: DemoCopy,
  borrower: DemoBorrower,
  pickUpBranch: BranchId,
): Promise<void> => {
  const request = { ...now(library), title, borrower: idOf(library, borrower), pickUpBranch, interestUntil: undefined }
  demoStepOrThrow(await reserveTitle(library.useCaseDependencies)(request)())
}

/** Simulates what a day of the demo does with the copies of the examples. */
export const simulateExamplesOnDay = async (library: RunningLibrary, day: number): Promise<void> => {
  demoStepOrThrow(await library.catchUpReadModels())
  if (day === dayOfLateLoans) for (const [copy, borrower] of loansReturnedLate) await lend(library, copy, borrower)
  if (day === dayOfLateReturns) for (const [copy] of loansReturnedLate) await giveBack(library, copy)
  if (day === dayOfRunningLoans) for (const copy of runningLoans) await lend(library, copy, exampleBorrowers.withLoans)
  demoStepOrThrow(await library.useCaseDependencies.waitForReactions())
}

/** What happens on the last day of the demo, so that a loan can be undone and copies wait to be sent and to arrive. */
export const simulateExamplesToday = async (library: RunningLibrary): Promise<void> => {
  demoStepOrThrow(await library.catchUpReadModels())
  await lend(library, exampleCopies.toUndo, exampleBorrowers.withLoans)
  await reserve(library, exampleCopies.toReserve, exampleBorrowers.withReservationToChange, demoMainBranch)
  await reserve(library, exampleCopies.toReserve, exampleBorrowers.withReservationToCancel, demoMainBranch)
  await reserve(library, exampleCopies.toSend, exampleBorrowers.withReadyCopy, demoMainBranch)
  await reserve(library, exampleCopies.toArrive, exampleBorrowers.withCopyUnderWay, demoHarbourBranch)
  await reserve(library, exampleCopies.toFind, exampleBorrowers.withCopyToFind, demoMainBranch)
  await reserve(library, exampleCopies.notToFind, exampleBorrowers.withCopyNotToFind, demoMainBranch)
  await giveBack(library, exampleCopies.toSend)
  await giveBack(library, exampleCopies.toArrive)
  demoStepOrThrow(await library.useCaseDependencies.waitForReactions())
}
