import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { DemoBorrower } from './demo-borrowers'
import { demoHarbourBranch, demoMainBranch, type DemoCopy } from './demo-copies'
import { demoStepOrThrow } from './demo-step-or-throw'
import { addDemoGuardians } from './demo-guardians'
import { renewDemoNoticeLetter } from './demo-notices'
import {
  payFeesOfDemoBorrower,
  payFirstFeeOfDemoBorrower,
  reimburseFeesOfDemoBorrower,
  writeOffFirstFee,
} from './demo-fee-steps'
import {
  claimDemoCopyReturned,
  demoLegalHoldCaseNumbers,
  returnDemoCopy,
  setDemoLegalHold,
  lendDemoCopy,
  recordDemoUnmatchedAct,
  reserveDemoTitle,
} from './run-use-cases-in-demo'
import {
  exampleBorrowers,
  exampleCopies,
  spareExampleFees,
  demoCopiesLostInSameBill,
} from './demo-records-for-examples'

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
    await lendDemoCopy(library, exampleCopies.foundAfterPayment, exampleBorrowers.withForgottenBill)
  if (day === dayOfLateLoans) {
    for (const [copy, borrower] of loansReturnedLate) await lendDemoCopy(library, copy, borrower)
    for (const { borrower, copies } of spareExampleFees)
      for (const copy of copies) await lendDemoCopy(library, copy, borrower)
    for (const copy of [exampleCopies.lost, ...demoCopiesLostInSameBill])
      await lendDemoCopy(library, copy, exampleBorrowers.withPaidBill)
  }
  for (const { copies } of spareExampleFees) {
    const copy = copies[day - dayOfLateReturns - 1]
    if (copy !== undefined) await returnDemoCopy(library, copy)
  }
  if (day === dayOfLateReturns) for (const [copy] of loansReturnedLate) await returnDemoCopy(library, copy)
  if (day === dayOfRunningLoans)
    for (const copy of runningLoans) await lendDemoCopy(library, copy, exampleBorrowers.withLoans)
}

/** Simulates what a day of the demo does with the copies of the examples. */
export const simulateExamplesOnDay = async (library: RunningLibrary, day: number): Promise<void> => {
  demoStepOrThrow(await library.catchUpReadModels())
  await lendAndReturnOnDay(library, day)
  if (day === dayOfForgottenPayment) await payFeesOfDemoBorrower(library, exampleBorrowers.withForgottenBill)
  demoStepOrThrow(await library.useCaseDependencies.waitForReactions())
}

/** Settles fees today, so that staff can correct them before they are forgotten. */
const settleFees = async (library: RunningLibrary): Promise<void> => {
  await payFirstFeeOfDemoBorrower('lateness')(library, exampleBorrowers.withPaidFee)
  await payFirstFeeOfDemoBorrower('compensation')(library, exampleBorrowers.withPaidBill)
  await payFirstFeeOfDemoBorrower('lateness')(library, exampleBorrowers.withReimbursement)
  await writeOffFirstFee(library, exampleBorrowers.withWrittenOffFee)
  demoStepOrThrow(await library.useCaseDependencies.waitForReactions())
  demoStepOrThrow(await library.catchUpReadModels())
  await reimburseFeesOfDemoBorrower(library, exampleBorrowers.withReimbursement)
}

/**
 * What happens on the last day of the demo, so that a loan can be undone, a claim withdrawn and a receipt paid out, and
 * copies wait to be sent and to arrive.
 */
export const simulateDemoExamplesOfLastDay = async (library: RunningLibrary): Promise<void> => {
  demoStepOrThrow(await library.catchUpReadModels())
  await lendDemoCopy(library, exampleCopies.toUndo, exampleBorrowers.withNewLoans)
  await lendDemoCopy(library, exampleCopies.toRenew, exampleBorrowers.withNewLoans)
  await reserveDemoTitle(library, exampleCopies.toReserve, exampleBorrowers.withReservationToChange, demoMainBranch)
  await reserveDemoTitle(library, exampleCopies.toReserve, exampleBorrowers.withReservationToCancel, demoMainBranch)
  await reserveDemoTitle(library, exampleCopies.toSend, exampleBorrowers.withReadyCopy, demoMainBranch)
  await reserveDemoTitle(library, exampleCopies.toArrive, exampleBorrowers.withCopyUnderWay, demoHarbourBranch)
  await reserveDemoTitle(library, exampleCopies.toFind, exampleBorrowers.withCopyToFind, demoMainBranch)
  await reserveDemoTitle(library, exampleCopies.notToFind, exampleBorrowers.withCopyNotToFind, demoMainBranch)
  await recordDemoUnmatchedAct(library, exampleCopies.withCase)
  await claimDemoCopyReturned(library, exampleCopies.claimed)
  await returnDemoCopy(library, exampleCopies.toSend)
  await returnDemoCopy(library, exampleCopies.toArrive)
  await returnDemoCopy(library, exampleCopies.foundAfterPayment)
  await settleFees(library)
  await addDemoGuardians(library)
  await renewDemoNoticeLetter(library)
  for (const caseNumber of demoLegalHoldCaseNumbers)
    await setDemoLegalHold(library, exampleBorrowers.withLoans, caseNumber)
  demoStepOrThrow(await library.useCaseDependencies.waitForReactions())
}
