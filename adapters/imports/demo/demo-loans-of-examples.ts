import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { DemoBorrower } from './demo-borrowers'
import type { DemoCopy } from './demo-copies'
import {
  demoCopiesLostInSameBill,
  exampleBorrowers,
  exampleCopies,
  spareExampleFees,
} from './demo-records-for-examples'
import { lendDemoCopy, returnDemoCopy } from './run-use-cases-in-demo'

/**
 * Days of the demo: lent here, a copy is billed and its bill is forgotten, is returned too late or billed, or its loan runs
 * on the last day.
 */
export const dayOfForgottenLoan = 1
const dayOfLateLoans = 40
const dayOfLateReturns = 100
export const dayOfRunningLoans = 93

const { withOwnToken, withGuardian, withMoreLoans } = exampleBorrowers

const loansReturnedLate: ReadonlyArray<readonly [DemoCopy, DemoBorrower]> = [
  [exampleCopies.paidLate, exampleBorrowers.withFeeToPay],
  [exampleCopies.reducedLate, exampleBorrowers.withFeeToReduce],
  [exampleCopies.writtenOffLate, exampleBorrowers.withFeeToWriteOff],
  [exampleCopies.owedAgainLate, exampleBorrowers.withWrittenOffFee],
  [exampleCopies.cancelledLate, exampleBorrowers.withFeeToCancel],
  [exampleCopies.reimbursedLate, exampleBorrowers.withPaidFee],
  [exampleCopies.paidOutLate, exampleBorrowers.withReimbursement],
]

/** Each of these is lent on a day and returned on a later one. */
const loansOfDays: ReadonlyArray<readonly [lentOn: number, returnedOn: number, DemoCopy, DemoBorrower]> = [
  [1, 55, exampleCopies.passedOnLate, exampleBorrowers.withDebtPassedOn],
  [1, 55, exampleCopies.inCollectionFileLate, exampleBorrowers.withDebtInCollectionFile],
  [1, 55, exampleCopies.readyForCollectionLate, exampleBorrowers.withDebtReadyForCollection],
  [85, 117, exampleCopies.ownLate, withOwnToken],
  [85, 119, exampleCopies.ownLateBeingPaid, withOwnToken],
  [85, 117, exampleCopies.childLate, withGuardian],
  [85, 119, exampleCopies.childLateBeingPaid, withGuardian],
]

const lendAndReturnOnTheirDays = async (library: RunningLibrary, day: number): Promise<void> => {
  for (const [lentOn, returnedOn, copy, borrower] of loansOfDays) {
    if (day === lentOn) await lendDemoCopy(library, copy, borrower)
    if (day === returnedOn) await returnDemoCopy(library, copy)
  }
}

const otherRunningLoans: ReadonlyArray<readonly [DemoCopy, DemoBorrower]> = [
  [exampleCopies.volumeToReserve, withMoreLoans],
  [exampleCopies.editionToReserve, withMoreLoans],
  [exampleCopies.otherEditionToReserve, withMoreLoans],
  [exampleCopies.ownOnLoan, withOwnToken],
  [exampleCopies.ofDeceased, exampleBorrowers.deceased],
]

const runningLoans: ReadonlyArray<DemoCopy> = [
  exampleCopies.toReturn,
  exampleCopies.toReserve,
  exampleCopies.toSend,
  exampleCopies.toArrive,
  exampleCopies.toClaim,
  exampleCopies.claimed,
]

/** Lends and returns the copies of the examples on a day of the demo. */
export const lendAndReturnExamplesOnDay = async (library: RunningLibrary, day: number): Promise<void> => {
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
  if (day === dayOfRunningLoans) {
    for (const copy of runningLoans) await lendDemoCopy(library, copy, exampleBorrowers.withLoans)
    for (const [copy, borrower] of otherRunningLoans) await lendDemoCopy(library, copy, borrower)
  }
  await lendAndReturnOnTheirDays(library, day)
}
