import type { Day } from '../../domain/values/day'
import type { BorrowerId, CopyId, FeeId, PaymentId, TitleId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import type { Ore } from '../../domain/values/ore'
import {
  purgedWith,
  personalNumberColumn,
  personalTextColumn,
  nullablePersonalTextColumn,
  defineTable,
  type TableRow,
} from '../read-model/define-table'

/** Fees and bills: unsettled, or settled and not forgotten yet. Amounts are in øre. */
export const feesTable = defineTable(
  'fees',
  {
    fee: purgedWith<FeeId>('fee'),
    borrower: purgedWith<BorrowerId>('borrower'),
    kind: personalTextColumn<'lateness' | 'compensation'>(),
    amount: personalNumberColumn<Ore>(),
    lentOn: personalTextColumn<Day>(),
    dueOn: personalTextColumn<Day>(),
    occasion: personalTextColumn<Day>(),
    leviedOn: personalTextColumn<Day>(),
    settledOn: nullablePersonalTextColumn<Day>(),
    ending: nullablePersonalTextColumn<'paid' | 'waived' | 'cancelled'>(),
    /** The month in which the payment was recorded. */
    paidIn: nullablePersonalTextColumn<Month>(),
  },
  ['fee'],
  [['leviedOn'], ['settledOn', 'leviedOn']],
)
export type FeeRow = TableRow<typeof feesTable>

/** The loans that a fee is for. An item is kept with the fee when the loan is forgotten. */
export const feeItemsTable = defineTable(
  'feeItems',
  {
    fee: purgedWith<FeeId>('fee'),
    borrower: purgedWith<BorrowerId>('borrower'),
    copy: personalTextColumn<CopyId>(),
    title: personalTextColumn<TitleId>(),
    name: personalTextColumn(),
    daysOverdue: personalNumberColumn(),
  },
  ['fee', 'copy'],
  [['copy']],
)
export type FeeItemRow = TableRow<typeof feeItemsTable>

/** Payments; one payment may pay several fees. */
export const paymentsTable = defineTable(
  'payments',
  {
    payment: purgedWith<PaymentId>('payment'),
    borrower: purgedWith<BorrowerId>('borrower'),
    order: personalTextColumn(),
    amount: personalNumberColumn<Ore>(),
    paidOn: personalTextColumn<Day>(),
    madeIn: personalTextColumn<Month>(),
    completedOn: nullablePersonalTextColumn<Day>(),
  },
  ['payment'],
)
export type PaymentRow = TableRow<typeof paymentsTable>

/** Which fees a payment pays. */
export const paymentFeesTable = defineTable(
  'paymentFees',
  {
    payment: purgedWith<PaymentId>('payment'),
    borrower: purgedWith<BorrowerId>('borrower'),
    fee: personalTextColumn<FeeId>(),
  },
  ['payment', 'fee'],
)
