import type { TaskEither } from 'fp-ts/TaskEither'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import type { BorrowerId, CopyId } from '../../../domain/values/ids'
import { obligationsOf, noObligations } from '../../../domain/policy/borrower-obligations'
import { effectiveDeadline } from '../../../domain/policy/effective-deadline'
import type { FeePolicyByDay } from '../../../domain/policy/fee-policy'
import type { PolicyByDay } from '../../../domain/policy/policy-by-day'
import type { LibraryClock } from '../../../domain/ports/clocks'
import type { DecisionQueries } from '../../../domain/ports/decision-queries'
import {
  borrowerByCpr,
  borrowerByBorrowerNumber,
  cardByNumber,
} from '../../../projections/borrowers/borrower-record-queries'
import { lastClosedDay } from '../../../projections/calendar/calendar-queries'
import { copiesOfTitle, copyById } from '../../../projections/copies/copy-queries'
import {
  debtsInCollectionFile,
  feesAwaitingNoticeOf,
  feesReadyForCollection,
  feesSelectedForCollectionFile,
} from '../../../projections/fees/collection-queries'
import {
  correctableFee,
  feesPaidTooMuch,
  paidCompensationsForCopy,
  unreimbursedPricesOfFees,
  countReimbursementsBeforeRevision,
} from '../../../projections/fees/fee-correction-queries'
import { feesOfBorrower, toBorrowerFee, unsettledCompensationForCopy } from '../../../projections/fees/fee-queries'
import {
  feesOfMadePaymentsOfBorrower,
  onlinePaymentById,
  onlinePaymentByOrder,
  startedPaymentsOfBorrower,
  unfinishedPaymentsOfBorrower,
} from '../../../projections/fees/payment-queries'
import { paymentReceiptsSpentSince } from '../../../projections/receipts/payment-receipt-queries'
import {
  reimbursementByPayoutOrder,
  unpaidReimbursementsOfBorrower,
} from '../../../projections/fees/reimbursement-queries'
import { statementFacts } from '../../../projections/messages/statement-facts'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import { hasExplanation, standingLegalHoldsOfBorrower } from '../../../projections/legal-holds/legal-hold-queries'
import { loanById, runningLoanOfCopy } from '../../../projections/loans/loan-queries'
import { withEffectiveDueDay } from '../../../projections/loans/loan-with-effective-due-day'
import { offlineCaseById } from '../../../projections/offline-cases/offline-case-queries'
import { isReservationPausedById, titlesParallelTo } from '../../../projections/queue/parallel-reservations'
import { titlesWithCopyOf } from '../../../projections/queue/titles-with-copy'
import { reservedCopiesOfBorrower } from '../../../projections/queue/reserved-copy-queries'
import { waitingBorrowersAmong } from '../../../projections/borrowers/waiting-borrowers'
import { borrowerStanding } from '../../../projections/standing/borrower-standing'
import { queryWhenCaughtUp } from './query-when-caught-up'

const borrowerFinders = {
  number: borrowerByBorrowerNumber,
  card: (value: string) => (rows: ReadModelRows) => cardByNumber(value)(rows)?.borrower,
  cpr: borrowerByCpr,
}

const feesOf =
  (policy: PolicyByDay): FeePolicyByDay =>
  (day) =>
    policy(day).fees

/** A borrower's obligations, from the rows as they are now. An unknown borrower has none. */
export const borrowerObligationsIn =
  (policy: PolicyByDay, clock: LibraryClock) => (borrower: BorrowerId) => (rows: ReadModelRows) => {
    const standing = borrowerStanding(feesOf(policy), clock.today())(borrower)(rows)
    if (standing === undefined) return noObligations
    const holds = standingLegalHoldsOfBorrower(borrower, lastClosedDay(rows))(rows)
    const explained = holds.filter(hasExplanation)
    return obligationsOf({
      setAsides: reservedCopiesOfBorrower(borrower)(rows).length,
      unfinishedPayments: unfinishedPaymentsOfBorrower(borrower)(rows).length,
      unpaidReimbursements: unpaidReimbursementsOfBorrower(borrower)(rows).length,
      legalHolds: holds.length - explained.length,
      explainedLegalHolds: explained.length,
    })(standing)
  }

/** Creates the queries that decisions need. Each first catches the read models up with both logs. */
export const createDecisionQueries = (
  rows: ReadModelRows,
  catchUp: TaskEither<EventReadError, void>,
  policy: PolicyByDay,
  clock: LibraryClock,
): DecisionQueries => {
  const query = queryWhenCaughtUp(rows, catchUp)
  return {
    standing: (borrower) => query(borrowerStanding(feesOf(policy), clock.today())(borrower)),
    traitsOf: (borrowers) => query(waitingBorrowersAmong(borrowers)),
    titlesWithCopyOf: (borrowers) => query(titlesWithCopyOf(borrowers)),
    titlesParallelTo: (borrower, title) => query(titlesParallelTo(borrower, title)),
    isReservationPaused: (reservation) => query(isReservationPausedById(reservation)),
    obligations: (borrower) => query(borrowerObligationsIn(policy, clock)(borrower)),
    fees: (borrower) => query((currentRows) => feesOfBorrower(borrower)(currentRows).map(toBorrowerFee(currentRows))),
    feesOfMadePayments: (borrower) => query(feesOfMadePaymentsOfBorrower(borrower)),
    startedPayments: (borrower) => query(startedPaymentsOfBorrower(borrower)),
    payment: (payment) => query(onlinePaymentById(payment)),
    paymentWithOrder: (order) => query(onlinePaymentByOrder(order)),
    feesReadyForCollection: (day) => query(feesReadyForCollection(day)),
    feesSelectedFor: (file) => query(feesSelectedForCollectionFile(file)),
    debtsInCollectionFile: (file) => query(debtsInCollectionFile(policy(clock.today()).guardians)(file)),
    feesAwaitingNotice: (message) => query(feesAwaitingNoticeOf(message)),
    unsettledCompensationFor: (copy: CopyId) =>
      query((currentRows) => {
        const fee = unsettledCompensationForCopy(copy)(currentRows)
        return fee === undefined ? undefined : toBorrowerFee(currentRows)(fee)
      }),
    correctableFee: (fee) => query(correctableFee(fee)),
    paidCompensationsFor: (copy) => query(paidCompensationsForCopy(copy)),
    feesPaidTooMuch: (payment) => query(feesPaidTooMuch(payment)),
    pricesIn: (fees) => query(unreimbursedPricesOfFees(fees)),
    learnedFoundOn: (copy) => query((currentRows) => copyById(copy)(currentRows)?.learnedFoundOn ?? null),
    reimbursementsBefore: (fee, revision) => query(countReimbursementsBeforeRevision(fee, revision)),
    receiptsSpentSince: (day) => query(paymentReceiptsSpentSince(day)),
    reimbursementWithOrder: (order) =>
      query((currentRows) => reimbursementByPayoutOrder(order)(currentRows)?.reimbursement),
    currentLoanOf: (copy) =>
      query((currentRows) => {
        const loan = runningLoanOfCopy(copy)(currentRows)
        return loan && withEffectiveDueDay(effectiveDeadline(policy(clock.today())))(loan)
      }),
    offlineCase: (id) => query(offlineCaseById(id)),
    loanAtLending: (loan) => query(loanById(loan)),
    statement: (borrower) => query(statementFacts(effectiveDeadline(policy(clock.today())))(borrower, clock.today())),
    copiesOf: (title) => query((currentRows) => copiesOfTitle(title)(currentRows).map(({ copy }) => copy)),
    borrowerWithNumber: (by, value) => query(borrowerFinders[by](value)),
    cardWithNumber: (number) => query((currentRows) => cardByNumber(number)(currentRows)?.card),
  }
}
