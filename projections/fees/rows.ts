import type { Day } from '../../domain/values/day'
import type { BorrowerId, CopyId, FeeId, PaymentId, TitleId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import type { Ore } from '../../domain/values/ore'
import { goesWith, personalNumber, personalText, personalTextOrNull, table, type Row } from '../kernel/table'

/** Fees and bills, unsettled or settled and not forgotten yet. Amounts are in øre. */
export const fees = table(
  'fees',
  {
    fee: goesWith<FeeId>('fee'),
    borrower: goesWith<BorrowerId>('borrower'),
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
export type Fee = Row<typeof fees>

/** What a fee says of the loans it is for. It stays with the fee when the loan is forgotten. */
export const feeItems = table(
  'feeItems',
  {
    fee: goesWith<FeeId>('fee'),
    borrower: goesWith<BorrowerId>('borrower'),
    copy: personalText<CopyId>(),
    title: personalText<TitleId>(),
    name: personalText(),
    daysOverdue: personalNumber(),
  },
  ['fee', 'copy'],
  [['copy']],
)
export type FeeItemRow = Row<typeof feeItems>

/** Payments of several fees at once. */
export const payments = table(
  'payments',
  {
    payment: goesWith<PaymentId>('payment'),
    borrower: goesWith<BorrowerId>('borrower'),
    order: personalText(),
    amount: personalNumber<Ore>(),
    paidOn: personalText<Day>(),
    madeIn: personalText<Month>(),
    completedOn: personalTextOrNull<Day>(),
  },
  ['payment'],
)
export type Payment = Row<typeof payments>

/** Which fees a payment pays. */
export const paymentFees = table(
  'paymentFees',
  {
    payment: goesWith<PaymentId>('payment'),
    borrower: goesWith<BorrowerId>('borrower'),
    fee: personalText<FeeId>(),
  },
  ['payment', 'fee'],
)
