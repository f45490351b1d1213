import * as t from 'io-ts'

/**
 * What a message is about. A kind never changes its name: it stands in sealed parts.
 *
 * - `dueSoon`: some days before the due day. `recall`: some days after it.
 * - `bill`: a lost copy is to be paid for. `fee`: a fee for lateness was levied. `payment`: fees were paid.
 * - `collectionNotice`: unpaid fees are passed on for collection unless they are paid.
 * - `readyForPickUp`: a copy stands on the pick-up shelf. `reservationRunningOut`: the interest period ends soon.
 */
export const MessageKind = t.keyof({
  dueSoon: null,
  recall: null,
  bill: null,
  readyForPickUp: null,
  reservationRunningOut: null,
  fee: null,
  payment: null,
  collectionNotice: null,
})
export type MessageKind = t.TypeOf<typeof MessageKind>

export const messageKinds = Object.keys(MessageKind.keys) as ReadonlyArray<MessageKind>

/** "Bills, statements and collection notices go by letter, never by e-mail." */
export const goesByLetter = (kind: MessageKind): boolean => kind === 'bill' || kind === 'collectionNotice'

/** Reminders. A library may exempt borrower groups from them. */
export const isReminder = (kind: MessageKind): boolean =>
  kind === 'dueSoon' || kind === 'recall' || kind === 'collectionNotice'
