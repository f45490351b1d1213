import type { ScopeClass } from '../../domain/event/scope-class'
import { absenceDeletionClass } from './absence-deletion-class'
import { accessDeletionClass } from './access-deletion-class'
import { blockDeletionClass } from './block-deletion-class'
import { borrowerDeletionClass } from './borrower-deletion-class'
import { cardDeletionClass } from './card-deletion-class'
import { contactDeletionClass } from './contact-deletion-class'
import type { DeletionClass } from './deletion-class'
import { disclosureDeletionClass } from './disclosure-deletion-class'
import { feeDeletionClass } from './fee-deletion-class'
import { footageDeletionClass } from './footage-deletion-class'
import { guardianDeletionClass } from './guardian-deletion-class'
import { historyDeletionClass } from './history-deletion-class'
import { legalHoldDeletionClass } from './legal-hold-deletion-class'
import { identityDeletionClass } from './identity-deletion-class'
import { idempotencyDeletionClass } from './idempotency-deletion-class'
import { importDeletionClass } from './import-deletion-class'
import { loanDeletionClass } from './loan-deletion-class'
import { noteDeletionClass } from './note-deletion-class'
import { messageDeletionClass } from './message-deletion-class'
import { messageCountDeletionClass } from './message-count-deletion-class'
import { noticeDeletionClass } from './notice-deletion-class'
import { parallelReservationDeletionClass } from './parallel-reservation-deletion-class'
import { paymentDeletionClass } from './payment-deletion-class'
import { pinDeletionClass } from './pin-deletion-class'
import { preferenceDeletionClass } from './preference-deletion-class'
import { defaultRetentionPeriods, type RetentionPeriods } from './retention-periods'
import { reservationDeletionClass } from './reservation-deletion-class'
import { serverLogDeletionClass } from './server-log-deletion-class'
import { serverLogOpeningDeletionClass } from './server-log-opening-deletion-class'
import { setAsideDeletionClass } from './set-aside-deletion-class'
import { statisticsDeletionClass } from './statistics-deletion-class'
import { unmatchedDeletionClass } from './unmatched-deletion-class'
import { viewDeletionClass } from './view-deletion-class'
import { viewingDeletionClass } from './viewing-deletion-class'

/** The table of deletion classes: one for each class of scopes. */
export type DeletionClasses = { readonly [C in ScopeClass]: DeletionClass }

/** The deletion classes with the retention periods of a municipality. */
export const deletionClassesForPeriods = (periods: RetentionPeriods): DeletionClasses => ({
  borrower: borrowerDeletionClass(periods),
  identity: identityDeletionClass(periods),
  preference: preferenceDeletionClass(periods),
  contact: contactDeletionClass(periods),
  card: cardDeletionClass(periods),
  pin: pinDeletionClass,
  history: historyDeletionClass,
  block: blockDeletionClass(periods),
  absence: absenceDeletionClass(periods),
  note: noteDeletionClass(periods),
  guardian: guardianDeletionClass(periods),
  loan: loanDeletionClass(periods),
  reservation: reservationDeletionClass(periods),
  parallelReservation: parallelReservationDeletionClass(periods),
  setAside: setAsideDeletionClass(periods),
  fee: feeDeletionClass(periods),
  payment: paymentDeletionClass(periods),
  message: messageDeletionClass(periods),
  notice: noticeDeletionClass(periods),
  messageCount: messageCountDeletionClass(periods),
  access: accessDeletionClass,
  view: viewDeletionClass(periods),
  hold: legalHoldDeletionClass,
  disclosure: disclosureDeletionClass(periods),
  unmatched: unmatchedDeletionClass(periods),
  footage: footageDeletionClass(periods),
  viewing: viewingDeletionClass(periods),
  statistics: statisticsDeletionClass(periods),
  idempotency: idempotencyDeletionClass(periods),
  import: importDeletionClass(periods),
  serverLog: serverLogDeletionClass(periods),
  serverLogOpening: serverLogOpeningDeletionClass(periods),
})

/** The deletion classes with the default retention periods. */
export const deletionClasses: DeletionClasses = deletionClassesForPeriods(defaultRetentionPeriods)
