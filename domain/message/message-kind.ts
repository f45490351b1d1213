import * as t from 'io-ts'

const kindsOfVersion1 = {
  dueSoon: null,
  recall: null,
  bill: null,
  readyForPickUp: null,
  reservationRunningOut: null,
  fee: null,
  payment: null,
}

/** The kinds that version 1 of `MessageMade` has. */
export const MessageKindOfVersion1 = t.keyof(kindsOfVersion1)

/**
 * What a message is about. A kind never changes its name: it stands in sealed parts.
 *
 * - `dueSoon`: some days before the due day. `recall`: some days after it.
 * - `bill`: a lost copy is to be paid for. `fee`: a fee for lateness was levied. `payment`: fees were paid.
 * - `collectionNotice`: unpaid fees are passed on for collection unless they are paid.
 * - `statement`: the statement of outstanding matters (opgørelse over mellemværende).
 * - `readyForPickUp`: a copy stands on the pick-up shelf. `reservationRunningOut`: the interest period ends soon.
 */
export const MessageKind = t.keyof({ ...kindsOfVersion1, statement: null, collectionNotice: null })
export type MessageKind = t.TypeOf<typeof MessageKind>

export const messageKinds = Object.keys(MessageKind.keys) as ReadonlyArray<MessageKind>

/** "Bills, statements and collection notices go by Digital Post, else by letter, never by e-mail." */
export const kindsByPost: ReadonlyArray<MessageKind> = ['bill', 'statement', 'collectionNotice']

/** Whether a message is a legal notice, which goes by Digital Post, else by letter. */
export const goesByPost = (kind: string): boolean => kindsByPost.some((byPost) => byPost === kind)

/** "Under 18: a guardian answers; messages on balance go to the guardian": on what is owed, paid, or becomes a debt. */
export const kindsOnBalance: ReadonlyArray<MessageKind> = [
  ...(['recall', 'fee', 'bill', 'payment', 'statement', 'collectionNotice'] as const),
]

export const isOnBalance = (kind: MessageKind): boolean => kindsOnBalance.includes(kind)

/** Reminders. A library may exempt borrower groups from them. */
export const isReminder = (kind: MessageKind): boolean =>
  kind === 'dueSoon' || kind === 'recall' || kind === 'collectionNotice'
