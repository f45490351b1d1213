import * as t from 'io-ts'

/** Lånergruppe: decides loan periods, and whether the borrower gets reminders and fees. */
export const BorrowerGroup = t.keyof({ adult: null, child: null, institution: null, staff: null })
export type BorrowerGroup = t.TypeOf<typeof BorrowerGroup>
