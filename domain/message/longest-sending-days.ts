import { daysBetween, type Day } from '../values/day'

/** Days after its day on which a message is tried for the last time. */
export const longestSendingDays = 3

/** Whether a message of a day is not sent any more on another: a late one would name what is forgotten, or is past. */
export const isTooLateToSend =
  (madeOn: Day) =>
  (today: Day): boolean =>
    daysBetween(madeOn)(today) > longestSendingDays
