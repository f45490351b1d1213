import * as t from 'io-ts'

/**
 * The classes whose scopes can be held: those of a borrower. The others name nobody, or end before anybody could ask
 * for them; the scope of a hold ends with its hold.
 */
export const HoldableClass = t.keyof({
  borrower: null,
  identity: null,
  preference: null,
  contact: null,
  card: null,
  pin: null,
  block: null,
  absence: null,
  guardian: null,
  history: null,
  loan: null,
  reservation: null,
  setAside: null,
  fee: null,
  payment: null,
  message: null,
})
export type HoldableClass = t.TypeOf<typeof HoldableClass>

/** The same, and recordings of video surveillance: held for a concrete dispute with a borrower, where the policy allows it. */
export const HeldClass = t.keyof({ ...HoldableClass.keys, footage: null })
export type HeldClass = t.TypeOf<typeof HeldClass>
