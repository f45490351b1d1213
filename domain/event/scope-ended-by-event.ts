import type { EventType } from './domain-event'

/**
 * By event type, the open member that names the scope which ends with the event. An ended scope decides nothing any
 * more, so a load leaves its parts sealed.
 */
export const endedScopeMemberByEventType: Readonly<Partial<Record<EventType, string>>> = {
  LoanReturned: 'loan',
  LoanUndone: 'loan',
  CopyBilledAsLost: 'loan',
  PastLoanRecorded: 'loan',
  LoanEndCorrected: 'loan',
  UnlentReturnRecorded: 'unmatched',
  UnmatchedActRecorded: 'unmatched',
  ClaimedCopyFound: 'loan',
  ClaimedLoanWrittenOff: 'loan',
  SetAsideReleased: 'setAside',
  ReservationFulfilled: 'reservation',
  ReservationCancelled: 'reservation',
  ReservationExpired: 'reservation',
  ParallelReservationCompleted: 'parallelReservation',
  FeeSettled: 'fee',
  PaymentCompleted: 'payment',
  BlockLifted: 'block',
  NotesReplaced: 'replaces',
  NotesRemoved: 'note',
  NotesRequestAnswered: 'note',
  HistoryConsentWithdrawn: 'history',
  ContactChanged: 'replaces',
  IdentityChanged: 'replaces',
  PreferencesSet: 'replaces',
  CardIssued: 'replaces',
  CardReportedStolen: 'card',
  PinSet: 'replaces',
  AbsenceChanged: 'replaces',
  AbsenceRemoved: 'absence',
  AbsenceEnded: 'absence',
  GuardianRegistered: 'replaces',
  GuardianCorrected: 'replaces',
  GuardianshipEnded: 'guardian',
}

/** The scope that ends with an event, if any. */
export const scopeEndedByEvent = (type: string, open: Readonly<Record<string, unknown>>): unknown => {
  const member = endedScopeMemberByEventType[type as EventType]
  return member === undefined ? undefined : open[member]
}
