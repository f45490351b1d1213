import type { AbsenceChanged } from './events/absence-changed'
import type { AbsenceEnded } from './events/absence-ended'
import type { AbsenceRemoved } from './events/absence-removed'
import type { AbsenceSet } from './events/absence-set'
import type { BlockLifted } from './events/block-lifted'
import type { BlockSet } from './events/block-set'
import type { BorrowerLapsed } from './events/borrower-lapsed'
import type { BorrowerRegistered } from './events/borrower-registered'
import type { BorrowerSeen } from './events/borrower-seen'
import type { CardIssued } from './events/card-issued'
import type { CardReportedStolen } from './events/card-reported-stolen'
import type { ContactChanged } from './events/contact-changed'
import type { EmailVerified } from './events/email-verified'
import type { ErasureAnnounced } from './events/erasure-announced'
import type { ErasureRequested } from './events/erasure-requested'
import type { GuardianCorrected } from './events/guardian-corrected'
import type { GuardianEmailVerified } from './events/guardian-email-verified'
import type { GuardianPaperDestroyed } from './events/guardian-paper-destroyed'
import type { GuardianRegistered } from './events/guardian-registered'
import type { GuardianshipEnded } from './events/guardianship-ended'
import type { HistoryConsentGiven } from './events/history-consent-given'
import type { HistoryConsentWithdrawn } from './events/history-consent-withdrawn'
import type { HistoryWritten } from './events/history-written'
import type { IdentityChanged } from './events/identity-changed'
import type { PinSet } from './events/pin-set'
import type { NotesRequestAnswered } from './events/notes-request-answered'
import type { NotesRequested } from './events/notes-requested'
import type { NotesRemoved } from './events/notes-removed'
import type { NotesReplaced } from './events/notes-replaced'
import type { NotesWritten } from './events/notes-written'
import type { PreferencesChanged } from './events/preferences-changed'
import type { PreferencesSet } from './events/preferences-set'
import type { ViewWritten } from './events/view-written'

/** The events of a borrower's stream. */
export type BorrowerEvent =
  | BorrowerRegistered
  | IdentityChanged
  | ContactChanged
  | EmailVerified
  | PreferencesChanged
  | PreferencesSet
  | CardIssued
  | CardReportedStolen
  | PinSet
  | BlockSet
  | BlockLifted
  | NotesWritten
  | NotesReplaced
  | NotesRemoved
  | NotesRequested
  | NotesRequestAnswered
  | BorrowerSeen
  | HistoryConsentGiven
  | HistoryConsentWithdrawn
  | HistoryWritten
  | AbsenceSet
  | AbsenceChanged
  | AbsenceRemoved
  | AbsenceEnded
  | GuardianRegistered
  | GuardianCorrected
  | GuardianEmailVerified
  | GuardianshipEnded
  | GuardianPaperDestroyed
  | ViewWritten
  | ErasureAnnounced
  | ErasureRequested
  | BorrowerLapsed
