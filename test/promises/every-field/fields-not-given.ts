import type { ScopeClass } from '../../../domain/event/scope-class'

/** Fields that the export of a borrower does not have, and why. */
export interface FieldsNotGiven {
  /** Matches the names of the fields: `BlockSet.block.note`. */
  readonly fields: RegExp
  readonly reason: string
  /** The data in force may name it. */
  readonly mayBeGiven?: true
}

const recordsForgottenAtOnce =
  /^(ReservationCancelled|ReservationExpired|ReservationFulfilled|SetAsideReleased|ParallelReservationCompleted|ParallelReservationRequested)\./

/** Every field of an event on a borrower is in the export of the borrower, but these. */
export const fieldsNotGiven: ReadonlyArray<FieldsNotGiven> = [
  { fields: /\.padding$/, reason: 'It fills a part up to one size, and says nothing.' },
  { fields: /^PinSet\.|^BorrowerRegistered\.card\.pin$/, reason: 'Nobody reads a PIN, and no hash of one.' },
  {
    fields: /^(NotesWritten|NotesReplaced)\.note\.internalNote$|^BlockSet\.block\.note$/,
    reason: 'It is a note for staff alone: the borrower asks for it, and staff give it after they have reviewed it.',
  },
  {
    fields: /^NotesRemoved\.|^Notes(Written|Replaced)\.open\./,
    reason: 'It would tell that staff changed an internal note, and when.',
  },
  { fields: /\.fee\.(reason|role)$/, reason: 'It is a decision of staff, for staff alone.' },
  { fields: /\.access\.staffNumber$/, reason: 'Who of the staff it was is for the administrator alone.' },
  {
    fields: /^Hold(Set|Prolonged|Released)\.hold\.(borrower|by|why|caseNumber|scope)$|^HoldReleased\./,
    reason: 'Who set a legal hold, and in which case, is told to no borrower.',
  },
  {
    fields: /^Hold(Set|Prolonged)\.(open\..*|hold\.class)$/,
    reason: 'What is held, and until when, is told of a hold that has an explanation, and of no other.',
    mayBeGiven: true,
  },
  {
    fields: /\.open\.(latestEnd|lapsesIn)$/,
    reason: 'It is a day of forgetting: the data in force name it, unless a legal hold forbids that.',
    mayBeGiven: true,
  },
  {
    fields: /\.guardian\.(cpr|guardianship)$/,
    reason: 'It is of the guardian, who logs in with it. The child does not see it.',
  },
  {
    fields: /\.notice\.(link|guardianship)$/,
    reason: 'Whoever reads the mail confirms its address with it: it is for nobody else.',
  },
  { fields: /\.statistics\./, reason: 'It is counted alone, and shown of nobody.' },
  { fields: recordsForgottenAtOnce, reason: 'The record is forgotten at once with this event.' },
]

/** Classes whose parts name no borrower, and what shows that nothing joins them to one. */
export const classesOfNobody: Readonly<Partial<Record<ScopeClass, string>>> = {
  statistics: 'what is counted of a loan or a reservation',
  disclosure:
    'to whom the library disclosed data; a debt that was passed on names its case, and shows it in the export',
  unmatched: 'what a machine did for a card that nobody has; staff decide it',
  footage: 'a recording of a camera',
  viewing: 'who asked to look at video',
  serverLog: 'addresses and browsers of an hour',
  serverLogOpening: 'who opened the server log of a day',
}
