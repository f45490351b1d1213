import type { FeeTransactionRole } from '../../domain/fee/fee-transaction-role'
import type { ReimbursementReason } from '../../domain/fee/reimbursement-reason'
import type { Day } from '../../domain/values/day'
import type { BorrowerId, BranchId, CollectionFileId, CopyId, FeeId, PaymentId, TitleId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import type { Ore } from '../../domain/values/ore'
import {
  purgedWithColumn,
  personalNumberColumn,
  personalTextColumn,
  nullablePersonalNumberColumn,
  nullablePersonalTextColumn,
  defineTable,
  type TableRow,
} from '../read-model/define-table'

/** The kinds of fee transactions after creation. */
export type FeeTransactionType =
  | 'reduction'
  | 'payment'
  | 'writeOff'
  | 'cancellation'
  | 'reimbursement'
  | 'overpayment'
  | 'writeOffReduction'
  | 'renewal'
  | 'collectionNotice'
  | 'recall'

/**
 * How far the collection of a fee has come. `selected`: it goes into a file that was not handed out yet.
 */
export type FeeCollectionState = 'none' | 'noticeRequested' | 'noticeSent' | 'selected' | 'passedOn'

/** Fees and bills: unsettled, or settled and not forgotten yet. Amounts are in øre. */
export const feesTable = defineTable(
  'fees',
  {
    fee: purgedWithColumn<FeeId>('fee'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    kind: personalTextColumn<'lateness' | 'compensation'>(),
    /** What is owed, or was owed when the fee was settled: the levied amount less its reductions. */
    amount: personalNumberColumn<Ore>(),
    leviedAmount: personalNumberColumn<Ore>(),
    lentOn: personalTextColumn<Day>(),
    dueOn: personalTextColumn<Day>(),
    occasion: personalTextColumn<Day>(),
    leviedOn: personalTextColumn<Day>(),
    settledOn: nullablePersonalTextColumn<Day>(),
    ending: nullablePersonalTextColumn<'paid' | 'writtenOff' | 'cancelled'>(),
    /** The month in which the payment was recorded. */
    paidIn: nullablePersonalTextColumn<Month>(),
    /** The payment that paid it. */
    paidBy: nullablePersonalTextColumn<PaymentId>(),
    /** The last day on which it is owed, unless the debt is renewed. */
    owedUntil: personalTextColumn<Day>(),
    collection: personalTextColumn<FeeCollectionState>(),
    /** The day on which staff asked for the written notice that comes before a collection. */
    noticeRequestedOn: nullablePersonalTextColumn<Day>(),
    noticePayBy: nullablePersonalTextColumn<Day>(),
    /** The last file to the collector that has the fee. */
    collectionFile: nullablePersonalTextColumn<CollectionFileId>(),
  },
  ['fee'],
  [['leviedOn'], ['settledOn', 'leviedOn'], ['settledOn', 'owedUntil'], ['collection'], ['noticeRequestedOn']],
)
export type FeeRow = TableRow<typeof feesTable>

/** The loans that a fee is for. An item is kept with the fee when the loan is forgotten. */
export const feeItemsTable = defineTable(
  'feeItems',
  {
    fee: purgedWithColumn<FeeId>('fee'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    copy: personalTextColumn<CopyId>(),
    title: personalTextColumn<TitleId>(),
    name: personalTextColumn(),
    daysOverdue: personalNumberColumn(),
  },
  ['fee', 'copy'],
  [['copy']],
)
export type FeeItemRow = TableRow<typeof feeItemsTable>

/** What happened to a fee after it was levied: fee transactions (gebyrtransaktioner), with who decided them and why. */
export const feeTransactionsTable = defineTable(
  'feeTransactions',
  {
    fee: purgedWithColumn<FeeId>('fee'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    /** The revision of the event in the stream of the fee. */
    revision: personalNumberColumn(),
    type: personalTextColumn<FeeTransactionType>(),
    /** In øre; null for what was written off before amounts were written. */
    amount: nullablePersonalNumberColumn<Ore>(),
    reason: nullablePersonalTextColumn(),
    role: nullablePersonalTextColumn<FeeTransactionRole>(),
  },
  ['fee', 'revision'],
)
export type FeeTransactionRow = TableRow<typeof feeTransactionsTable>

/** Reimbursements: not paid out, or paid out or cancelled and not forgotten yet. */
export const reimbursementsTable = defineTable(
  'reimbursements',
  {
    reimbursement: purgedWithColumn<FeeId>('fee'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    amount: personalNumberColumn<Ore>(),
    because: personalTextColumn<ReimbursementReason>(),
    /** What was paid for, as the fee named it. */
    names: personalTextColumn(),
    grantedOn: personalTextColumn<Day>(),
    order: nullablePersonalTextColumn(),
    /** The branch whose desk paid it out; null where none did. */
    paidOutAtBranch: nullablePersonalTextColumn<BranchId>(),
    settledOn: nullablePersonalTextColumn<Day>(),
    ending: nullablePersonalTextColumn<'paidOut' | 'cancelled'>(),
  },
  ['reimbursement'],
  [['order']],
)
export type ReimbursementRow = TableRow<typeof reimbursementsTable>

/** Payments; one payment may pay several fees. */
export const paymentsTable = defineTable(
  'payments',
  {
    payment: purgedWithColumn<PaymentId>('payment'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    order: personalTextColumn(),
    amount: personalNumberColumn<Ore>(),
    /** The day on which the payer was sent to the payment service; null once the payment is made. */
    startedOn: nullablePersonalTextColumn<Day>(),
    /** Null while the payment service has not confirmed it. */
    paidOn: nullablePersonalTextColumn<Day>(),
    madeIn: personalTextColumn<Month>(),
    completedOn: nullablePersonalTextColumn<Day>(),
    /** The branch whose desk took the money; null where none did. */
    paidAtBranch: nullablePersonalTextColumn<BranchId>(),
  },
  ['payment'],
  [['order']],
)
export type PaymentRow = TableRow<typeof paymentsTable>

/** Which fees a payment pays. */
export const paymentFeesTable = defineTable(
  'paymentFees',
  {
    payment: purgedWithColumn<PaymentId>('payment'),
    borrower: purgedWithColumn<BorrowerId>('borrower'),
    fee: personalTextColumn<FeeId>(),
  },
  ['payment', 'fee'],
)
