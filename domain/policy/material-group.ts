import * as t from 'io-ts'

/** The kind of material of a copy. With the borrower group it decides the loan period. */
export const MaterialGroup = t.keyof({
  standard: null,
  'short-14': null,
  'short-7': null,
  'inter-library': null,
  'not-lent': null,
})
export type MaterialGroup = t.TypeOf<typeof MaterialGroup>
