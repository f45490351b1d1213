import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { DemoBorrower } from './demo-borrowers'
import { demoHarbourBranch, demoMainBranch, type DemoCopy } from './demo-copies'
import { demoStepOrThrow } from './demo-step-or-throw'
import { pay, payFirstFee, reimburse, writeOffFirstFee } from './example-fee-steps'
import { claimReturned, demoHoldCases, giveBack, holdRecord, lend, recordCase, reserve } from './example-steps'
import { exampleBorrowers, exampleCopies, spareFees, spareLostCopies } from './examples-to-try'

/**
 * Days of the demo: lent here, a copy is returned too late or billed, its bill is paid and forgotten, or its loan runs
 * on the last day.
 */
const dayOfForgottenLoan = 1
const dayOfForgottenPayment = 70
const dayOfLateLoans = 40
const dayOfLateReturns = 100
const dayOfRunningLoans = 93

const loansReturnedLate: ReadonlyArray<readonly [DemoCopy, DemoBorrower]> = [
  [exampleCopies.paidLate, exampleBorrowers.withFeeToPay],
  [exampleCopies.reducedLate, exampleBorrowers.withFeeToReduce],
  [exampleCopies.writtenOffLate, exampleBorrowers.withFeeToWriteOff],
  [exampleCopies.owedAgainLate, exampleBorrowers.withWrittenOffFee],
  [exampleCopies.cancelledLate, exampleBorrowers.withFeeToCancel],
  [exampleCopies.reimbursedLate, exampleBorrowers.withPaidFee],
  [exampleCopies.paidOutLate, exampleBorrowers.withReimbursement],
]

const runningLoans: ReadonlyArray<DemoCopy> = [
  exampleCopies.toReturn,
  exampleCopies.toReserve,
  exampleCopies.toSend,
  exampleCopies.toArrive,
  exampleCopies.toClaim,
  exampleCopies.claimed,
]

const lendAndReturnOnDay = async (library: RunningLibrary, day: number): Promise<void> => {
  if (day === dayOfForgottenLoan)
    await lend(library, exampleCopies.foundAfterPayment, exampleBorrowers.withForgottenBill)
  if (day === dayOfLateLoans) {
    for (const [copy, borrower] of loansReturnedLate) await lend(library, copy, borrower)
    for (const { borrower, copies } of spareFees) for (const copy of copies) await lend(library, copy, borrower)
    for (const copy of [exampleCopies.lost, ...spareLostCopies])
      await lend(library, copy, exampleBorrowers.withPaidBill)
  }
  for (const { copies } of spareFees) {
    const copy = copies[day - dayOfLateReturns - 1]
    if (copy !== undefined) await giveBack(library, copy)
  }
  if (day === dayOfLateReturns) for (const [copy] of loansReturnedLate) await giveBack(library, copy)
  if (day === dayOfRunningLoans) for (const copy of runningLoans) await lend(library, copy, exampleBorrowers.withLoans)
}

/** Simulates what a day of the demo does with the copies of the examples. */
export const simulateExamplesOnDay = async (library: RunningLibrary, day: number): Promise<void> => {
  demoStepOrThrow(await library.catchUpReadModels())
  await lendAndReturnOnDay(library, day)
  if (day === dayOfForgottenPayment) await pay(library, exampleBorrowers.withForgottenBill)
  demoStepOrThrow(await library.useCaseDependencies.waitForReactions())
}

/** Settles fees today, so that staff can correct them before they are forgotten. */
const settleFees = async (library: RunningLibrary): Promise<void> => {
  await payFirstFee('lateness')(library, exampleBorrowers.withPaidFee)
  await payFirstFee('compensation')(library, exampleBorrowers.withPaidBill)
  await payFirstFee('lateness')(library, exampleBorrowers.withReimbursement)
  await writeOffFirstFee(library, exampleBorrowers.withWrittenOffFee)
  demoStepOrThrow(await library.useCaseDependencies.waitForReactions())
  demoStepOrThrow(await library.catchUpReadModels())
  await reimburse(library, exampleBorrowers.withReimbursement)
}

/**
 * What happens on the last day of the demo, so that a loan can be undone, a claim withdrawn and a receipt paid out, and
 * copies wait to be sent and to arrive.
 */
export const simulateExamplesToday = async (library: RunningLibrary): Promise<void> => {
  demoStepOrThrow(await library.catchUpReadModels())
  await lend(library, exampleCopies.toUndo, exampleBorrowers.withNewLoans)
  await lend(library, exampleCopies.toRenew, exampleBorrowers.withNewLoans)
  await reserve(library, exampleCopies.toReserve, exampleBorrowers.withReservationToChange, demoMainBranch)
  await reserve(library, exampleCopies.toReserve, exampleBorrowers.withReservationToCancel, demoMainBranch)
  await reserve(library, exampleCopies.toSend, exampleBorrowers.withReadyCopy, demoMainBranch)
  await reserve(library, exampleCopies.toArrive, exampleBorrowers.withCopyUnderWay, demoHarbourBranch)
  await reserve(library, exampleCopies.toFind, exampleBorrowers.withCopyToFind, demoMainBranch)
  await reserve(library, exampleCopies.notToFind, exampleBorrowers.withCopyNotToFind, demoMainBranch)
  await recordCase(library, exampleCopies.withCase)
  await claimReturned(library, exampleCopies.claimed)
  await giveBack(library, exampleCopies.toSend)
  await giveBack(library, exampleCopies.toArrive)
  await giveBack(library, exampleCopies.foundAfterPayment)
  await settleFees(library)
  for (const caseNumber of demoHoldCases) await holdRecord(library, exampleBorrowers.withLoans, caseNumber)
  demoStepOrThrow(await library.useCaseDependencies.waitForReactions())
}
