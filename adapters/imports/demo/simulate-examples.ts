import type { RunningLibrary } from '../../processes/running-library/running-library'
import { demoLegalHolds, setDemoLegalHold } from './demo-legal-holds'
import { demoHarbourBranch, demoMainBranch } from './demo-copies'
import { demoStepOrThrow } from './demo-step-or-throw'
import { simulateDemoCollectionOnDay } from './demo-collection'
import { addDemoGuardians, addGuardianOfChildWithFees, renewDemoGuardianPaper } from './demo-guardians'
import { dayOfForgottenLoan, dayOfRunningLoans, lendAndReturnExamplesOnDay } from './demo-loans-of-examples'
import { startDemoPayments } from './demo-online-payments'
import { changeDemoRegistrations, giveDemoHistoryConsent } from './demo-registrations'
import { addDemoReservations } from './demo-reservations'
import { renewDemoNoticeLetter } from './demo-notices'
import { renewDemoServerLog } from './demo-server-log'
import { protectDemoBorrower } from './protect-demo-borrower'
import {
  payFeesOfDemoBorrower,
  payFirstFeeOfDemoBorrower,
  reimburseFeesOfDemoBorrower,
  writeOffFirstFee,
} from './demo-fee-steps'
import {
  claimDemoCopyReturned,
  returnDemoCopy,
  lendDemoCopy,
  recordDemoUnmatchedAct,
  reserveDemoTitle,
} from './run-use-cases-in-demo'
import { recreateDemoVideo } from './demo-video'
import { exampleBorrowers, exampleCopies } from './demo-records-for-examples'

const dayOfForgottenPayment = 70

/** Simulates what a day of the demo does with the copies of the examples. */
export const simulateExamplesOnDay = async (library: RunningLibrary, day: number): Promise<void> => {
  demoStepOrThrow(await library.catchUpReadModels())
  if (day === dayOfForgottenLoan) {
    await giveDemoHistoryConsent(library)
    await renewDemoGuardianPaper(library)
  }
  if (day === dayOfRunningLoans) await addGuardianOfChildWithFees(library)
  await lendAndReturnExamplesOnDay(library, day)
  await simulateDemoCollectionOnDay(library, day)
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
  await startDemoPayments(library)
  await addDemoReservations(library)
  await changeDemoRegistrations(library)
  await addDemoGuardians(library)
  await renewDemoNoticeLetter(library)
  await renewDemoServerLog(library)
  await protectDemoBorrower(library)
  for (const hold of demoLegalHolds) await setDemoLegalHold(library, hold)
  await recreateDemoVideo(library)
  demoStepOrThrow(await library.useCaseDependencies.waitForReactions())
}
