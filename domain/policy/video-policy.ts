import { addDays, type Day } from '../values/day'
import { addMilliseconds, type Instant } from '../values/instant'

/**
 * Days after the day of a recording with whose closing it is erased. Nothing is kept longer than 30 days, so what was
 * recorded at the first moment of a day goes at the end of the 29th day after it.
 */
export const footageDays = 29

/** The day with whose closing a recording of a day is erased. */
export const lastDayOfFootage = (day: Day): Day => addDays(footageDays)(day)

/** Days after the day of a request to look at video, with whose closing what the library knows of it is erased. */
export const viewingDays = 30

/** The day with whose closing what the library knows of a request of a day is erased. */
export const lastDayOfViewing = (day: Day): Day => addDays(viewingDays)(day)

/** Ms after a request was granted in which the recording may be read, or the live picture looked at. */
const openViewingMs = 30 * 60_000

/** Until when that is, after a request of a moment. */
export const openViewingUntil = (at: Instant): Instant => addMilliseconds(openViewingMs)(at)
