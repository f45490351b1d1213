import { addDays, type Day } from '../values/day'

/** Four weeks are within the month of GDPR Article 12(3), in every month. */
const daysToAnswer = 28

/** The last day on which staff answer a request to see the notes. */
export const notesRequestAnsweredBy = (requestedOn: Day): Day => addDays(daysToAnswer)(requestedOn)
