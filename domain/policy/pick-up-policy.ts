/** How long a copy is set aside for a borrower. */
export interface PickUpPolicy {
  /** Days on the pick-up shelf, before closed days are added. */
  readonly days: number
  /**
   * The most days that a copy is set aside, transport included. It is the same for all borrowers, because it stands in
   * the open part.
   */
  readonly setAsideAtMostDays: number
}

/** "A deadline, default 7 days." */
export const defaultPickUp: PickUpPolicy = { days: 7, setAsideAtMostDays: 60 }
