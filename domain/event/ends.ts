import type { EventType } from './domain-event'

/**
 * Which member of an event's open part names a scope that ends with it. What has ended decides nothing any more, so
 * a load leaves its sealed parts shut.
 */
export const ends: Readonly<Partial<Record<EventType, string>>> = {
  LoanReturned: 'loan',
  LoanUndone: 'loan',
  CopyBilledAsLost: 'loan',
  SetAsideReleased: 'setAside',
  ReservationFulfilled: 'reservation',
  ReservationCancelled: 'reservation',
  ReservationExpired: 'reservation',
  FeeSettled: 'fee',
  PaymentCompleted: 'payment',
  BlockLifted: 'block',
  ContactChanged: 'replaces',
}

/** The scope that ends with an event, if any. */
export const endedBy = (type: string, open: Readonly<Record<string, unknown>>): unknown => {
  const member = ends[type as EventType]
  return member === undefined ? undefined : open[member]
}
