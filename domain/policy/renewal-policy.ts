/** When a loan may be renewed, and how often. */
export interface RenewalPolicy {
  /** Days before the due day from which it may be renewed. */
  readonly fromDaysBeforeDue: number
  readonly atMost: number
}

/** "Only from 7 days before the due date; at most 3." */
export const defaultRenewals: RenewalPolicy = { fromDaysBeforeDue: 7, atMost: 3 }
