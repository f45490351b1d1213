import type { PlainOrErased } from '../event/plain-or-erased'
import type {
  AbsenceId,
  BlockId,
  BorrowerId,
  CardId,
  ContactId,
  GuardianId,
  HistoryId,
  IdentityId,
  NoteId,
  PinId,
  PreferenceId,
} from '../values/ids'
import type { HalfYear, Month } from '../values/month'
import type { AbsencePeriod } from '../policy/absence-period'
import type { BlockReason } from '../policy/block-reason'
import type { BorrowerNotes } from './borrower-notes'
import type { contactFields } from './contact-details'
import type { DecodedMembers } from '../event/exact-record'
import type { GuardianDetails } from './guardian-details'
import type { BorrowerPreferences, ProtectableIdentity } from './personal-details'

/** Who the borrower is. The id is null when it was sealed with the borrower, by version 1 of a registration. */
export interface CurrentIdentity {
  readonly identity: IdentityId | null
  readonly details: PlainOrErased<ProtectableIdentity>
}

/** What the borrower chose. The id is null when it was sealed with the borrower. */
export interface CurrentPreferences {
  readonly preference: PreferenceId | null
  readonly details: PlainOrErased<BorrowerPreferences>
}

/** How the library reaches the borrower, and which e-mails were verified. */
export type KnownContact = DecodedMembers<typeof contactFields>

export interface CurrentContact {
  readonly contact: ContactId
  readonly known: PlainOrErased<KnownContact>
}

/** A block that has not been lifted. */
export interface ActiveBlock {
  readonly block: BlockId
  readonly reason: PlainOrErased<BlockReason>
}

/** The notes that staff wrote last. */
export interface CurrentNotes {
  readonly note: NoteId
  readonly notes: PlainOrErased<BorrowerNotes>
}

/** The consent to a loan history. */
export interface HistoryConsent {
  readonly history: HistoryId
  /** The last month that is in the history; at first that of the consent, which is not. */
  readonly writtenUpTo: Month
}

/** The absence period that was neither removed nor found over by a month's closing. */
export interface CurrentAbsence {
  readonly absence: AbsenceId
  readonly period: PlainOrErased<AbsencePeriod>
}

/** The guardian who was registered last, and neither removed nor found superfluous by a month's closing. */
export interface CurrentGuardian {
  readonly guardian: GuardianId
  readonly details: PlainOrErased<GuardianDetails>
}

/** No borrower is registered under this id. */
interface UnregisteredBorrower {
  readonly _tag: 'Unregistered'
}

export interface RegisteredBorrower {
  readonly _tag: 'Registered'
  readonly borrower: BorrowerId
  readonly identity: CurrentIdentity
  readonly preferences: CurrentPreferences
  readonly contact: CurrentContact
  /** The cards that may be used to borrow. */
  readonly cards: ReadonlyArray<CardId>
  /** Null without a PIN, and when the PIN was sealed with a card, by version 1 of a registration. */
  readonly pin: PinId | null
  readonly blocks: ReadonlyArray<ActiveBlock>
  /** Null when there is none. */
  readonly currentNotes: CurrentNotes | null
  /** How often notes were written, replaced or removed. */
  readonly noteChanges: number
  /** The request to see the notes that has no answer yet; null without one. */
  readonly notesRequest: NoteId | null
  /** Null without a consent. */
  readonly history: HistoryConsent | null
  /** Null without an absence period. */
  readonly absence: CurrentAbsence | null
  /** Null without a guardian. */
  readonly guardian: CurrentGuardian | null
  /** The guardians whose guardianship has ended, until the destruction of a paper is recorded. */
  readonly formerGuardians: ReadonlyArray<GuardianId>
  /** How often a guardian was registered or corrected, or a guardianship or its paper came to an end. */
  readonly guardianChanges: number
  /** The latest half-year in which the borrower registered or was seen. */
  readonly lastSeen: HalfYear
  /** The month whose closing lapses the borrower, once that is announced; null before, and after they were seen again. */
  readonly lapsesIn: Month | null
  /** The last month whose closing wrote that the borrower was looked at; null before the first. */
  readonly lastViewedIn: Month | null
}

/** Asked for erasure, and is erased within a minute. */
interface ErasureRequestedBorrower {
  readonly _tag: 'ErasureRequested'
  readonly borrower: BorrowerId
}

/** Was inactive for years, and is erased with the month. */
interface LapsedBorrower {
  readonly _tag: 'Lapsed'
  readonly borrower: BorrowerId
}

export type BorrowerState = UnregisteredBorrower | RegisteredBorrower | ErasureRequestedBorrower | LapsedBorrower

export const unregisteredBorrower: UnregisteredBorrower = { _tag: 'Unregistered' }
