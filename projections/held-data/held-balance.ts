import { addDays, type Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import type { BorrowerOverview } from '../borrower-overview/borrower-overview'
import { reimbursementReasonWord } from '../borrower-overview/reimbursement-reason-word'
import { disclosuresOfCase } from '../disclosures/disclosure-queries'
import { transactionsOfFee } from '../fees/fee-correction-queries'
import { feesOfBorrower, itemsOfFee } from '../fees/fee-queries'
import type { FeeRow, PaymentRow } from '../fees/fee-tables'
import { feesOfPayment, paymentsOfBorrower } from '../fees/payment-queries'
import { reimbursementsOfBorrower } from '../fees/reimbursement-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { unlessAllEmpty } from './unless-all-empty'

interface BalanceRetentionDays {
  readonly fee: number
  readonly payment: number
}

const forgottenAfter = (days: number, end: Day | null): Day | null => (end === null ? null : addDays(days)(end))

/** To whom the library passed a debt on. The record names no borrower: the fee names the file that the record names. */
const disclosuresOfFee =
  ({ collectionFile }: Pick<FeeRow, 'collectionFile'>) =>
  (rows: ReadModelRows) =>
    collectionFile === null
      ? []
      : disclosuresOfCase(collectionFile)(rows).map(({ madeIn, recipient, basis }) => ({
          ...{ month: madeIn, recipient, basis },
        }))

const heldFee =
  ({ fee: days }: BalanceRetentionDays, rows: ReadModelRows) =>
  ({ borrower: _, ...row }: FeeRow) => ({
    ...row,
    items: itemsOfFee(row.fee)(rows).map(({ copy, title, name, daysOverdue }) => ({ copy, title, name, daysOverdue })),
    transactions: transactionsOfFee(row.fee)(rows).map(({ type, amount }) => ({
      type,
      ...(amount === null ? {} : { amount }),
    })),
    disclosures: disclosuresOfFee(row)(rows),
    forgottenOn: forgottenAfter(days, row.settledOn),
  })

const heldPayment =
  (days: number, rows: ReadModelRows) =>
  ({ borrower: _, ...row }: PaymentRow) => ({
    ...row,
    paidFees: feesOfPayment(row.payment)(rows),
    forgottenOn: forgottenAfter(days, row.completedOn),
  })

/** The payments of a borrower's fees, each with the day on which it is forgotten once that is known. */
export const heldPaymentsOf = (days: number, borrower: BorrowerId) => (rows: ReadModelRows) =>
  paymentsOfBorrower(borrower)(rows).map(heldPayment(days, rows))

/** With the order number of the payment out, which the overview leaves out. */
const heldReimbursements =
  ({ fee: days }: BalanceRetentionDays, borrower: BorrowerId) =>
  (rows: ReadModelRows) =>
    reimbursementsOfBorrower(borrower)(rows).map(({ borrower: _, because, ...row }) => ({
      ...row,
      because: reimbursementReasonWord(because),
      forgottenOn: forgottenAfter(days, row.settledOn),
    }))

/** Fees, payments and reimbursements, and what is owed in all; undefined when there are none. */
export const heldBalance = (days: BalanceRetentionDays) => (overview: BorrowerOverview) => (rows: ReadModelRows) => {
  const { record, balance } = overview
  const lists = {
    fees: feesOfBorrower(record.borrower)(rows).map(heldFee(days, rows)),
    payments: heldPaymentsOf(days.payment, record.borrower)(rows),
    reimbursements: heldReimbursements(days, record.borrower)(rows),
  }
  return unlessAllEmpty(lists) === undefined && balance.owed === 0
    ? undefined
    : { owed: balance.owed, blockedSince: balance.blockedSince ?? null, ...lists }
}

/** Who decided on the fees of a borrower, and why; undefined when nobody did. */
export const heldFeeDecisions =
  ({ record }: BorrowerOverview) =>
  (rows: ReadModelRows) =>
    unlessAllEmpty({
      decisions: feesOfBorrower(record.borrower)(rows).flatMap(({ fee }) =>
        transactionsOfFee(fee)(rows)
          .filter(({ reason, role }) => reason !== null || role !== null)
          .map(({ type, reason, role }) => ({ fee, type, reason, role })),
      ),
    })
