import { addDays, laterDayOf, type Day } from '../values/day'
import type { Policy } from './policy'

interface Interest {
  readonly interestUntil: Day
  /** The latest day on which the reservation can end. */
  readonly latestEnd: Day
}

const earlierDayOf = (a: Day, b: Day): Day => (a < b ? a : b)

/**
 * The last day of interest of a reservation whose ready copy is sent to another branch from a day on. The reservation has
 * no pick-up deadline until the copy is ready there, so interest lasts as long as a copy may be set aside, even where it
 * had ended.
 */
export const interestWhileCopyMoves =
  ({ pickUp }: Policy) =>
  (day: Day) =>
  ({ interestUntil, latestEnd }: Interest): Day =>
    laterDayOf(interestUntil)(earlierDayOf(latestEnd, addDays(pickUp.setAsideAtMostDays)(day)))
