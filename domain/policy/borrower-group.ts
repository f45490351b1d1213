import * as t from 'io-ts'

/** Lånergruppe: decides loan periods, and whether reminders and fees apply. */
export const BorrowerGroup = t.keyof({ adult: null, child: null, institution: null, staff: null })
export type BorrowerGroup = t.TypeOf<typeof BorrowerGroup>
