import * as t from 'io-ts'

/** What kind of material a copy is; decides the loan period with the borrower group. */
export const MaterialGroup = t.keyof({
  standard: null,
  'short-14': null,
  'short-7': null,
  'inter-library': null,
  'not-lent': null,
})
export type MaterialGroup = t.TypeOf<typeof MaterialGroup>
