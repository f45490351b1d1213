import type { Day } from '../../../../domain/values/day'
import type { Ore } from '../../../../domain/values/ore'
import type { BorrowerInHead } from '../borrower-record/borrower-head'

export interface RecordedFee {
  readonly fee: string
  readonly kind: string
  readonly amount: Ore
  readonly leviedOn: Day
  /** The day since which the borrower is paying it on the website; null when the borrower is not. */
  readonly beingPaidSince: Day | null
  readonly settledOn: Day | null
  readonly ending: string | null
  readonly forgottenOn: Day | null
  readonly collection: string
  readonly items: ReadonlyArray<{ readonly copy: string; readonly name: string }>
}

export interface RecordedReimbursement {
  readonly reimbursement: string
  readonly amount: Ore
  readonly because: string
  readonly names: string
  readonly settledOn: Day | null
}

/** What was paid just now, as it is printed: no name stands on it. */
export interface PaymentReceipt {
  readonly order: string
  readonly paidOn: Day
  readonly fees: ReadonlyArray<RecordedFee>
  /** For each paid bill the text that gets its price back when the copy is found. */
  readonly receipts: ReadonlyArray<{
    readonly copy: string
    readonly price: Ore
    readonly validUntil: Day
    readonly receipt: string
  }>
}

export interface BorrowerFeesProps {
  readonly head: BorrowerInHead
  readonly owed: Ore
  readonly fees: ReadonlyArray<RecordedFee>
  readonly reimbursements: ReadonlyArray<RecordedReimbursement>
  readonly paid: PaymentReceipt | undefined
}
