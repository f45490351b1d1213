import { copyById } from '../../../projections/copies/copy-queries'
import { correctableFee } from '../../../projections/fees/fee-correction-queries'
import { feesOfBorrower } from '../../../projections/fees/fee-queries'
import { runningLoanOfCopy } from '../../../projections/loans/loan-queries'
import { lastClosedDay } from '../../../projections/calendar/calendar-queries'
import { isLegalHoldStanding, legalHolds } from '../../../projections/legal-holds/legal-hold-queries'
import { unresolvedOfflineCases } from '../../../projections/offline-cases/offline-case-queries'
import type { LoanRow } from '../../../projections/loans/loans-table'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import { demoLegalHolds, setDemoLegalHold } from './demo-legal-holds'
import type { DemoBorrower } from './demo-borrowers'
import { demoMainBranch, type DemoCopy } from './demo-copies'
import { requestNotesInDemo } from './demo-registrations'
import { demoStepOrThrow } from './demo-step-or-throw'
import { renewDemoGuardianPaper } from './demo-guardians'
import { renewDemoNoticeLetter } from './demo-notices'
import { recreateDemoVideo } from './demo-video'
import { renewDemoServerLog } from './demo-server-log'
import { startDemoPayments } from './demo-online-payments'
import { payFeesOfDemoBorrower, payFirstFeeOfDemoBorrower, writeOffFirstFee } from './demo-fee-steps'
import {
  returnDemoCopy,
  idOfDemoBorrower,
  lendDemoCopy,
  recordDemoUnmatchedAct,
  reserveDemoTitle,
} from './run-use-cases-in-demo'
import { renewDemoStatement } from './renew-demo-statement'
import { exampleBorrowers, exampleCopies } from './demo-records-for-examples'

const settle = async (library: RunningLibrary): Promise<void> => {
  demoStepOrThrow(await library.useCaseDependencies.waitForReactions())
  demoStepOrThrow(await library.catchUpReadModels())
}

const isOfToday =
  ({ useCaseDependencies }: RunningLibrary) =>
  ({ lentOn }: LoanRow): boolean =>
    lentOn === useCaseDependencies.commandHandling.clock.today()

const isUnclaimed = ({ claimedOn }: LoanRow): boolean => claimedOn === null

/** The copies whose loans are over, or too old for what is tried with them. */
const copiesToLendAgain = (library: RunningLibrary): ReadonlyArray<DemoCopy> => {
  const hasLoan = (copy: DemoCopy, isMeant: (loan: LoanRow) => boolean): boolean => {
    const loan = runningLoanOfCopy(copy.copy)(library.rows)
    return loan !== undefined && isMeant(loan)
  }
  const { toUndo, toRenew, toClaim, toReturn } = exampleCopies
  return [
    ...[toUndo, toRenew].filter((copy) => !hasLoan(copy, isOfToday(library))),
    ...[toClaim].filter((copy) => !hasLoan(copy, isUnclaimed)),
    ...[toReturn].filter((copy) => !hasLoan(copy, () => true)),
  ]
}

const renewLoans = async (library: RunningLibrary): Promise<void> => {
  const copies = copiesToLendAgain(library)
  for (const copy of copies) await returnDemoCopy(library, copy)
  await settle(library)
  await payFeesOfDemoBorrower(library, exampleBorrowers.withNewLoans)
  await settle(library)
  for (const copy of copies) await lendDemoCopy(library, copy, exampleBorrowers.withNewLoans)
}

const hasSettledFee = (library: RunningLibrary, of: DemoBorrower): boolean =>
  feesOfBorrower(idOfDemoBorrower(library, of))(library.rows).some(
    ({ fee }) => correctableFee(fee)(library.rows) !== undefined,
  )

/** A settled fee is forgotten after 30 days: the borrower's next fee takes its place. */
const renewFees = async (library: RunningLibrary): Promise<void> => {
  const { withPaidFee, withReimbursement, withPaidBill, withWrittenOffFee } = exampleBorrowers
  if (!hasSettledFee(library, withPaidFee)) await payFirstFeeOfDemoBorrower('lateness')(library, withPaidFee)
  if (!hasSettledFee(library, withReimbursement))
    await payFirstFeeOfDemoBorrower('lateness')(library, withReimbursement)
  if (!hasSettledFee(library, withPaidBill)) await payFirstFeeOfDemoBorrower('compensation')(library, withPaidBill)
  if (!hasSettledFee(library, withWrittenOffFee)) await writeOffFirstFee(library, withWrittenOffFee)
}

const renewCase = async (library: RunningLibrary): Promise<void> => {
  if (unresolvedOfflineCases(library.rows).unmatched.length === 0)
    await recordDemoUnmatchedAct(library, exampleCopies.withCase)
}

/** A hold that was released, or whose last day is past, is set anew. */
export const renewDemoLegalHolds = async (library: RunningLibrary): Promise<void> => {
  const isStanding = isLegalHoldStanding(lastClosedDay(library.rows))
  const standing = legalHolds(library.rows).filter((hold) => hold.releasedOn === null && isStanding(hold))
  for (const hold of demoLegalHolds)
    if (!standing.some(({ caseNumber }) => caseNumber === hold.caseNumber)) await setDemoLegalHold(library, hold)
}

/** A copy that nobody fetched is on the shelf again: it is reserved anew, and found on the pull list. */
const renewReadyCopy = async (library: RunningLibrary): Promise<void> => {
  const { toSend } = exampleCopies
  if (copyById(toSend.copy)(library.rows)?.status !== 'onShelf') return
  await reserveDemoTitle(library, toSend, exampleBorrowers.withReadyCopy, demoMainBranch)
  await settle(library)
  await returnDemoCopy(library, toSend)
}

/**
 * Makes anew what has passed since the last day of the demo, so that its commands can be tried today: loans to undo, to
 * renew and to claim, fees that were settled lately, payments that were begun, a case for staff, a copy that is ready,
 * a paper to destroy, a letter to print and one to a borrower who will be erased, a server log to open, and legal holds. What is still
 * there stays as it is.
 */
export const recreateDemoExamples = async (library: RunningLibrary): Promise<void> => {
  await settle(library)
  await renewLoans(library)
  await renewFees(library)
  await startDemoPayments(library)
  await renewCase(library)
  await renewReadyCopy(library)
  await renewDemoLegalHolds(library)
  await renewDemoGuardianPaper(library)
  await renewDemoNoticeLetter(library)
  await renewDemoStatement(library)
  await requestNotesInDemo(library)
  await recreateDemoVideo(library)
  await renewDemoServerLog(library)
  await settle(library)
}
