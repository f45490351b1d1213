import type { BlockLifted } from './events/block-lifted'
import type { BlockSet } from './events/block-set'
import type { BorrowerLapsed } from './events/borrower-lapsed'
import type { BorrowerRegistered } from './events/borrower-registered'
import type { BorrowerSeen } from './events/borrower-seen'
import type { ContactChanged } from './events/contact-changed'
import type { ErasureRequested } from './events/erasure-requested'
import type { HistoryConsentGiven } from './events/history-consent-given'
import type { HistoryConsentWithdrawn } from './events/history-consent-withdrawn'
import type { HistoryWritten } from './events/history-written'
import type { NotesRemoved } from './events/notes-removed'
import type { NotesReplaced } from './events/notes-replaced'
import type { NotesWritten } from './events/notes-written'
import type { PreferencesChanged } from './events/preferences-changed'

/** The events of a borrower's stream. */
export type BorrowerEvent =
  | BorrowerRegistered
  | ContactChanged
  | PreferencesChanged
  | BlockSet
  | BlockLifted
  | NotesWritten
  | NotesReplaced
  | NotesRemoved
  | BorrowerSeen
  | HistoryConsentGiven
  | HistoryConsentWithdrawn
  | HistoryWritten
  | ErasureRequested
  | BorrowerLapsed
