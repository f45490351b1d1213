import * as t from 'io-ts'

/** Why money goes back to the borrower. */
export const ReimbursementReason = t.keyof({
  /** The lost copy that was paid for is found. */
  'copy found': null,
  /** The fee was settled in another way before its payment was carried out. */
  'paid too much': null,
  'decided by staff': null,
})
export type ReimbursementReason = t.TypeOf<typeof ReimbursementReason>
