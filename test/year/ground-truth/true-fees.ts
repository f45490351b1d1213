import type { Day } from '../../../domain/values/day'
import type * as Ids from '../../../domain/values/ids'

export interface TrueFee {
  readonly fee: Ids.FeeId
  readonly borrower: Ids.BorrowerId
  readonly kind: 'lateness' | 'compensation'
  /** In øre. */
  amount: number
  readonly leviedOn: Day
  readonly copies: ReadonlyArray<Ids.CopyId>
  settledOn: Day | null
  ending: 'paid' | 'writtenOff' | 'cancelled' | null
  /** Whether staff have corrected it after it was settled. */
  corrected: boolean
  /** How far its collection has come. */
  collection: 'none' | 'noticeRequested' | 'noticeSent' | 'selected' | 'passedOn'
  noticeRequestedOn: Day | null
  /** The last day to pay of the written notice. */
  payBy: Day | null
}

/** A fee that must be levied: it has no id until the library has levied it. */
export interface ExpectedFee extends Pick<TrueFee, 'borrower' | 'kind' | 'amount'> {
  /** The same for copies that share a fee for lateness. */
  readonly occasion: string
  readonly copy: Ids.CopyId
}

export interface TrueReimbursement {
  readonly reimbursement: Ids.FeeId
  readonly borrower: Ids.BorrowerId
  readonly amount: number
  settledOn: Day | null
}

export interface TruePayment {
  readonly payment: Ids.PaymentId
  readonly borrower: Ids.BorrowerId
  readonly order: string
  readonly amount: number
  /** Null when the payment service refused it. */
  readonly paidOn: Day | null
}
