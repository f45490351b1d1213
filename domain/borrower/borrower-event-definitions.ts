import { AbsenceChanged } from './events/absence-changed'
import { AbsenceEnded } from './events/absence-ended'
import { AbsenceRemoved } from './events/absence-removed'
import { AbsenceSet } from './events/absence-set'
import { BlockLifted } from './events/block-lifted'
import { BlockSet } from './events/block-set'
import { BorrowerLapsed } from './events/borrower-lapsed'
import {
  BorrowerRegistered,
  BorrowerRegisteredVersion1,
  BorrowerRegisteredVersion2,
} from './events/borrower-registered'
import { BorrowerSeen } from './events/borrower-seen'
import { CardIssued } from './events/card-issued'
import { CardReportedStolen } from './events/card-reported-stolen'
import { ContactChanged, ContactChangedVersion1 } from './events/contact-changed'
import { EmailVerified } from './events/email-verified'
import { ErasureAnnounced } from './events/erasure-announced'
import { ErasureRequested } from './events/erasure-requested'
import { GuardianCorrected, GuardianCorrectedVersion1, GuardianCorrectedVersion2 } from './events/guardian-corrected'
import { GuardianEmailVerified } from './events/guardian-email-verified'
import { GuardianPaperDestroyed } from './events/guardian-paper-destroyed'
import {
  GuardianRegistered,
  GuardianRegisteredVersion1,
  GuardianRegisteredVersion2,
} from './events/guardian-registered'
import { GuardianshipEnded } from './events/guardianship-ended'
import { HistoryConsentGiven } from './events/history-consent-given'
import { HistoryConsentWithdrawn } from './events/history-consent-withdrawn'
import { HistoryWritten } from './events/history-written'
import { IdentityChanged, IdentityChangedVersion1 } from './events/identity-changed'
import { PinSet } from './events/pin-set'
import { NotesRequestAnswered } from './events/notes-request-answered'
import { NotesRequested } from './events/notes-requested'
import { NotesRemoved } from './events/notes-removed'
import { NotesReplaced } from './events/notes-replaced'
import { NotesWritten } from './events/notes-written'
import { PreferencesChanged } from './events/preferences-changed'
import { PreferencesSet } from './events/preferences-set'
import { ViewWritten, ViewWrittenVersion1 } from './events/view-written'

/** Every event of a borrower's stream, in each of its versions. */
export const borrowerEventDefinitions = [
  AbsenceChanged,
  AbsenceEnded,
  AbsenceRemoved,
  AbsenceSet,
  BlockLifted,
  BlockSet,
  BorrowerLapsed,
  BorrowerRegisteredVersion1,
  BorrowerRegisteredVersion2,
  BorrowerRegistered,
  BorrowerSeen,
  CardIssued,
  CardReportedStolen,
  ContactChangedVersion1,
  ContactChanged,
  EmailVerified,
  ErasureAnnounced,
  ErasureRequested,
  GuardianCorrectedVersion1,
  GuardianCorrectedVersion2,
  GuardianCorrected,
  GuardianEmailVerified,
  GuardianPaperDestroyed,
  GuardianRegisteredVersion1,
  GuardianRegisteredVersion2,
  GuardianRegistered,
  GuardianshipEnded,
  HistoryConsentGiven,
  HistoryConsentWithdrawn,
  HistoryWritten,
  IdentityChangedVersion1,
  IdentityChanged,
  PinSet,
  NotesRequestAnswered,
  NotesRequested,
  NotesRemoved,
  NotesReplaced,
  NotesWritten,
  PreferencesChanged,
  PreferencesSet,
  ViewWrittenVersion1,
  ViewWritten,
] as const
