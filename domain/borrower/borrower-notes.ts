import * as t from 'io-ts'
import { nullable, type DecodedMembers } from '../event/exact-record'

/**
 * What staff note on a borrower. The internal note (intern note) is for staff only. The note to the borrower (note til
 * låner) is for both, and is printed on the statement of outstanding matters. Null where there is none.
 */
export const borrowerNotesFields = { internalNote: nullable(t.string), noteToBorrower: nullable(t.string) }
export type BorrowerNotes = DecodedMembers<typeof borrowerNotesFields>

/** The notes of a borrower on whom staff noted nothing. */
export const noNotes: BorrowerNotes = { internalNote: null, noteToBorrower: null }
