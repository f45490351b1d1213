/** When a loan may be renewed, and how often. */
export interface RenewalPolicy {
  /** A loan may be renewed from this many days before its due day. */
  readonly fromDaysBeforeDue: number
  readonly atMost: number
}

/** "Only from 7 days before the due date; at most 3." */
export const defaultRenewalPolicy: RenewalPolicy = { fromDaysBeforeDue: 7, atMost: 3 }
