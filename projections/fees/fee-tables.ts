import type { Day } from '../../domain/values/day'
import type { BorrowerId, CopyId, FeeId, PaymentId, TitleId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import type { Ore } from '../../domain/values/ore'
import {
  purgedWith,
  personalNumber,
  personalText,
  personalTextOrNull,
  defineTable,
  type TableRow,
} from '../read-model/define-table'

/** Fees and bills: unsettled, or settled and not forgotten yet. Amounts are in øre. */
export const feesTable = defineTable(
  'fees',
  {
    fee: purgedWith<FeeId>('fee'),
    borrower: purgedWith<BorrowerId>('borrower'),
    kind: personalText<'lateness' | 'compensation'>(),
    amount: personalNumber<Ore>(),
    lentOn: personalText<Day>(),
    dueOn: personalText<Day>(),
    occasion: personalText<Day>(),
    leviedOn: personalText<Day>(),
    settledOn: personalTextOrNull<Day>(),
    ending: personalTextOrNull<'paid' | 'waived' | 'cancelled'>(),
    /** The month in which the payment was recorded. */
    paidIn: personalTextOrNull<Month>(),
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
    copy: personalText<CopyId>(),
    title: personalText<TitleId>(),
    name: personalText(),
    daysOverdue: personalNumber(),
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
    order: personalText(),
    amount: personalNumber<Ore>(),
    paidOn: personalText<Day>(),
    madeIn: personalText<Month>(),
    completedOn: personalTextOrNull<Day>(),
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
    fee: personalText<FeeId>(),
  },
  ['payment', 'fee'],
)
