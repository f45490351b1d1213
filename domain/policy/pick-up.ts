/** How long a copy is kept for somebody. */
export interface PickUpPolicy {
  /** Days on the pick-up shelf, before closing days are counted. */
  readonly days: number
  /** The most days that a copy is kept for anybody, the way to the branch included: the same for all, as it stands in the open. */
  readonly keptAtMostDays: number
}

/** "A deadline, default 7 days." */
export const defaultPickUp: PickUpPolicy = { days: 7, keptAtMostDays: 60 }
