import type { ContactDetails } from '../../../domain/borrower/contact-details'
import type { BorrowerNotes } from '../../../domain/borrower/borrower-notes'
import type { PersonalDetails } from '../../../domain/borrower/personal-details'
import type { Opening } from '../../../domain/access/opening'
import type { ScopeClass } from '../../../domain/event/scope-class'
import type { MessageKind } from '../../../domain/message/message-kind'
import type { AbsencePeriod } from '../../../domain/policy/absence-period'
import type { AgeClass } from '../../../domain/policy/age-class'
import type { BlockReason } from '../../../domain/policy/block-reason'
import type { BorrowerGroup } from '../../../domain/policy/borrower-group'
import type { Day } from '../../../domain/values/day'
import type * as Ids from '../../../domain/values/ids'
import type { Month } from '../../../domain/values/month'
import type { Volume } from '../../../domain/values/volume'
import type { KindOfDataName } from '../../../retention/promises/kinds-of-data'
import type { ExpectedFee, TrueFee, TruePayment, TrueReimbursement } from './true-fees'

/** A text that stands in one record only, and the kind of data that it is. */
export interface PersonalText {
  readonly text: string
  readonly kind: KindOfDataName
}

/** What is forgotten at one time. */
export interface TrueScope {
  readonly id: string
  readonly class: ScopeClass
  readonly borrower: Ids.BorrowerId | null
  /** It is erased with the closing of this day; null while nothing has ended it. */
  lastDay: Day | null
  readonly texts: ReadonlyArray<PersonalText>
}

export interface TrueGuardian {
  readonly scope: Ids.GuardianId
  readonly guardianship: Ids.GuardianshipId
  readonly cpr: string
  readonly name: string
  readonly contact: ContactDetails
  /** Whether the guardian has confirmed the e-mail for notices. */
  readonly isEmailVerified: boolean
  readonly paper: { readonly month: Month; readonly branch: Ids.BranchId } | null
}

/** A registered borrower, as the simulation knows them. */
export interface TrueBorrower {
  readonly id: Ids.BorrowerId
  person: PersonalDetails
  contact: ContactDetails
  /** Whether the borrower has confirmed the e-mail for notices: mail goes to confirmed addresses alone. */
  isEmailVerified: boolean
  /** Whether name and address are protected. */
  isProtected: boolean
  /** The scopes in force of what a borrower has one of. */
  readonly scopes: {
    identity: Ids.IdentityId | null
    preference: Ids.PreferenceId | null
    contact: Ids.ContactId
    pin: Ids.PinId | null
  }
  readonly cards: Map<Ids.CardId, string>
  readonly blocks: Map<Ids.BlockId, { readonly reason: BlockReason; readonly since: Day; readonly note: string | null }>
  notes: { readonly scope: Ids.NoteId; readonly notes: BorrowerNotes } | null
  absence: { readonly scope: Ids.AbsenceId; readonly period: AbsencePeriod } | null
  guardian: TrueGuardian | null
  history: { readonly scope: Ids.HistoryId; readonly givenIn: Month } | null
  /** The day on which the library learned of their death. */
  diedOn: Day | null
  /** Why staff put the identity right; null when it is as it was registered. */
  reason: string | null
  /** The month in which they last used the library; that of the registration at first. */
  lastActiveIn: Month
  /** How often this borrower visits: 0 for those who never come. */
  readonly neverComes: boolean
  readonly neverReturns: boolean
}

export interface TrueLoan {
  readonly loan: Ids.LoanId
  readonly borrower: Ids.BorrowerId
  readonly copy: Ids.CopyId
  readonly title: Ids.TitleId
  readonly volume: Volume | null
  readonly group: BorrowerGroup
  readonly ageClass: AgeClass
  /** The branch that lent it. */
  readonly branch: Ids.BranchId
  readonly lentOn: Day
  /** As it was recorded: closed days that were added since move it. */
  dueOn: Day
  endedOn: Day | null
  end: 'returned' | 'billed' | 'claimed' | 'writtenOff' | 'undone' | null
  claimedOn: Day | null
  /** Why staff lent in spite of a refusal; null when none was overridden. */
  readonly overrideReason: string | null
}

export interface TrueReservation {
  readonly reservation: Ids.ReservationId
  readonly borrower: Ids.BorrowerId
  readonly title: Ids.TitleId
  pickUpBranch: Ids.BranchId
  interestUntil: Day
  /** The last day on which a copy waits on the pick-up shelf; null while none is ready. */
  pickUpBy: Day | null
  /** The branch at which a copy waits on the pick-up shelf; null while none is ready. */
  readyAt: Ids.BranchId | null
  /** The place in the queue: smaller numbers are served first. */
  readonly place: number
  /** The other titles of the same parallel reservation, in order. */
  readonly parallelTo: ReadonlyArray<Ids.TitleId>
  /** Of a periodical; null for any volume. */
  readonly volume: Volume | null
  /** The loan of one of the parallel titles: the reservation ends with the day of it. */
  lentInstead: Ids.LoanId | null
}

/** A reservation that must be made anew, because the loan that had fulfilled it was undone: it has no id yet. */
export interface RestoredReservation extends Omit<TrueReservation, 'reservation' | 'place'> {
  /** Whether the copy was lent to the borrower again, on the same day. */
  isFulfilled: boolean
}

export interface TrueMessage {
  readonly message: Ids.MessageId
  readonly borrower: Ids.BorrowerId
  readonly kind: MessageKind
  readonly madeOn: Day
}

export interface TrueHold {
  readonly hold: Ids.HoldId
  readonly scope: string
  readonly borrower: Ids.BorrowerId
  lastDay: Day
  releasedOn: Day | null
  readonly caseNumber: string
  /** Why the record is held, as the borrower reads it; null when the hold may not be told. */
  readonly reasonForBorrower: string | null
}

/** A version of who a borrower is, or of how they are reached, that the CPR register makes: it has no id yet. */
export interface ExpectedVersion {
  readonly borrower: Ids.BorrowerId
  readonly class: 'identity' | 'contact'
  readonly texts: ReadonlyArray<PersonalText>
}

/** Somebody opened a record of a borrower. The reason stands nowhere else, unless a program looked. */
export interface TrueOpening {
  readonly borrower: Ids.BorrowerId
  readonly opening: Opening
}

/** What has happened in a simulated library, and which day each record must go. It is written by the simulation alone. */
export interface GroundTruth {
  readonly scopes: Map<string, TrueScope>
  /** The scopes that have gone. */
  readonly gone: Map<string, TrueScope>
  readonly borrowers: Map<Ids.BorrowerId, TrueBorrower>
  /** The borrowers who were erased, and those who are about to be with the closing of the day. */
  readonly erased: Map<Ids.BorrowerId, Day>
  readonly loans: Map<Ids.LoanId, TrueLoan>
  readonly loanOfCopy: Map<Ids.CopyId, TrueLoan>
  readonly reservations: Map<Ids.ReservationId, TrueReservation>
  readonly restoredReservations: RestoredReservation[]
  readonly fees: Map<Ids.FeeId, TrueFee>
  readonly expectedFees: ExpectedFee[]
  readonly reimbursements: Map<Ids.FeeId, TrueReimbursement>
  readonly expectedReimbursements: Array<Omit<TrueReimbursement, 'reimbursement' | 'settledOn'>>
  readonly payments: Map<Ids.PaymentId, TruePayment>
  readonly messages: Map<Ids.MessageId, TrueMessage>
  /** What each message was made of, as a title and a day or as a day. */
  readonly causes: Map<Ids.MessageId, ReadonlySet<string>>
  readonly holds: Map<Ids.HoldId, TrueHold>
  readonly expectedVersions: ExpectedVersion[]
  /** The files to the collector whose disclosure must be recorded. */
  readonly expectedDisclosures: Ids.CollectionFileId[]
  /** The ends of the encrypted files to the collector, which the library does not keep. */
  readonly collectionFiles: PersonalText[]
  readonly openings: TrueOpening[]
  readonly accesses: Map<Ids.AccessId, TrueOpening & { readonly access: Ids.AccessId }>
  readonly views: Map<
    Ids.ViewId,
    { readonly view: Ids.ViewId; readonly borrower: Ids.BorrowerId; readonly month: Month }
  >
  /** The titles that borrowers were lent in a month, for histories. */
  readonly lentInMonth: Map<string, Ids.TitleId[]>
  /** How often something happened, as `month kind`. */
  readonly happenedInMonth: Map<string, number>
  nextPlace: number
}

export const hasDied = ({ borrowers }: GroundTruth, borrower: Ids.BorrowerId): boolean =>
  (borrowers.get(borrower)?.diedOn ?? null) !== null

export const emptyGroundTruth = (): GroundTruth => ({
  ...{ scopes: new Map(), gone: new Map(), borrowers: new Map(), erased: new Map(), loans: new Map() },
  ...{
    loanOfCopy: new Map(),
    reservations: new Map(),
    restoredReservations: [],
    fees: new Map(),
    expectedFees: [],
    reimbursements: new Map(),
  },
  ...{ expectedReimbursements: [], payments: new Map(), messages: new Map(), causes: new Map(), holds: new Map() },
  ...{
    lentInMonth: new Map(),
    happenedInMonth: new Map(),
    nextPlace: 0,
    expectedVersions: [],
    expectedDisclosures: [],
    collectionFiles: [],
    openings: [],
    accesses: new Map(),
    views: new Map(),
  },
})
