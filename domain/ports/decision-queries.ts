import type { PaymentOrder } from './payment-provider'
import type { Revision } from './event-store'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { EventReadError } from '../command-handling/open-event'
import type { DebtToCollect } from '../collection/debt-to-collect'
import type { FeeItem } from '../fee/fee-item'
import type { MessageItem } from '../message/message-item'
import type {
  BorrowerId,
  CardId,
  CollectionFileId,
  CopyId,
  EventId,
  FeeId,
  LoanId,
  MessageId,
  OfflineCaseId,
  PaymentId,
  ReceiptId,
  ReservationId,
  TitleId,
  UnmatchedId,
} from '../values/ids'
import type { Month } from '../values/month'
import type { Ore } from '../values/ore'
import type { Day } from '../values/day'
import type { BorrowerObligations } from '../policy/borrower-obligations'
import type { AgeClass } from '../policy/age-class'
import type { BorrowerGroup } from '../policy/borrower-group'
import type { WaitingBorrower } from '../policy/waiting-borrower'
import type { BorrowerStanding } from '../policy/borrower-standing'

/** A fee of a borrower: owed, or settled and not yet erased. Amounts are in øre. */
export interface BorrowerFee {
  readonly fee: FeeId
  readonly borrower: BorrowerId
  readonly kind: 'lateness' | 'compensation'
  readonly amount: Ore
  readonly lentOn: Day
  readonly dueOn: Day
  readonly occasion: Day
  /** The copies that it covers. */
  readonly copies: ReadonlyArray<CopyId>
  /** How it was settled; null while it is owed. */
  readonly ending: 'paid' | 'writtenOff' | 'cancelled' | null
  /** It is passed on for collection, or about to be: it cannot be paid here. */
  readonly isAtCollector: boolean
  /** Staff have reduced it, written it off or cancelled it. */
  readonly decidedByStaff: boolean
}

/** A fee, and who owes it. */
export type FeeOfBorrower = Pick<BorrowerFee, 'fee' | 'borrower'>

/** A payment by a payment service. */
export interface OnlinePayment extends PaymentOrder {
  readonly payment: PaymentId
  readonly borrower: BorrowerId
  readonly fees: ReadonlyArray<FeeId>
  /** The service has confirmed it. */
  readonly isMade: boolean
}

/** A payment that was started and not confirmed. */
export interface StartedPayment extends OnlinePayment {
  /** The day on which the payer was sent to the payment service. */
  readonly startedOn: Day
}

/** A settled fee that is not erased, and how much of it can still be corrected. Amounts are in øre. */
export interface CorrectableFee extends BorrowerFee {
  readonly items: ReadonlyArray<FeeItem>
  /** Paid and not given back; undefined when the fee was not paid. */
  readonly reimbursable: Ore | undefined
  /** Written off and not owed again; undefined when the fee was not written off. */
  readonly writtenOff: Ore | undefined
}

/** What goes back to a borrower for a fee, in øre. */
export interface ReimbursableFee extends Pick<CorrectableFee, 'fee' | 'borrower' | 'items'> {
  readonly amount: Ore
}

/** The price of a lost copy in a compensation that is paid or being paid, as far as it was not given back, in øre. */
export interface PaidPriceOfLostCopy {
  readonly fee: FeeId
  readonly copy: CopyId
  readonly price: Ore
  /** How often the fee was reimbursed. */
  readonly reimbursements: number
  /** The month in which it was paid; null while the payment is carried out. */
  readonly paidIn: Month | null
}

/** A loan that has not ended. */
interface CurrentLoan {
  readonly loan: LoanId
  readonly borrower: BorrowerId
  readonly title: TitleId
  readonly dueOn: Day
}

/** A case of an offline machine: its copy, and what a resolution names. */
export interface OfflineCase {
  readonly isOpen: boolean
  readonly copy: CopyId
  readonly resolved: { readonly loan: LoanId } | { readonly unmatched: UnmatchedId }
}

/** What a statement of outstanding matters would tell today. */
export interface StatementFacts {
  readonly items: ReadonlyArray<MessageItem>
  /** The statement that was made today; undefined when there is none. */
  readonly madeToday: MessageId | undefined
}

/** What was decided about a loan at lending, and is not changed by renewals. */
export interface LoanAtLending {
  readonly title: TitleId
  readonly name: string
  readonly lentOn: Day
  readonly borrowerGroup: BorrowerGroup
  readonly ageClass: AgeClass
}

/** The queries that decisions need. Each answer includes all events that both logs held when it was asked. */
export interface DecisionQueries {
  /** Undefined when no borrower has the id, or the borrower is about to be erased. */
  readonly standing: (borrower: BorrowerId) => TaskEither<EventReadError, BorrowerStanding | undefined>
  /**
   * The group, the birth date and the absence period of those of the borrowers who are registered, and neither deceased
   * nor about to be erased.
   */
  readonly traitsOf: (
    borrowers: ReadonlyArray<BorrowerId>,
  ) => TaskEither<EventReadError, ReadonlyMap<BorrowerId, Omit<WaitingBorrower, 'titlesWithCopy'>>>
  /** The titles of which a copy is reserved for each of the borrowers, or lent to them. */
  readonly titlesWithCopyOf: (
    borrowers: ReadonlyArray<BorrowerId>,
  ) => TaskEither<EventReadError, ReadonlyMap<BorrowerId, ReadonlySet<TitleId>>>
  /** The titles that a borrower wants instead of a title, as the reservations parallel to it say. */
  readonly titlesParallelTo: (
    borrower: BorrowerId,
    title: TitleId,
  ) => TaskEither<EventReadError, ReadonlyArray<TitleId>>
  /** Whether a reservation is skipped, because a copy of a title parallel to it is reserved or lent; false when it has ended. */
  readonly isReservationPaused: (reservation: ReservationId) => TaskEither<EventReadError, boolean>
  readonly obligations: (borrower: BorrowerId) => TaskEither<EventReadError, BorrowerObligations>
  readonly fees: (borrower: BorrowerId) => TaskEither<EventReadError, ReadonlyArray<BorrowerFee>>
  /** The fees named by payments that are made and not completed: their money has come. */
  readonly feesOfMadePayments: (borrower: BorrowerId) => TaskEither<EventReadError, ReadonlyArray<FeeId>>
  /** The payments that were started and not confirmed. */
  readonly startedPayments: (borrower: BorrowerId) => TaskEither<EventReadError, ReadonlyArray<StartedPayment>>
  /** A payment that was started or made; undefined when it is unknown or forgotten. */
  readonly payment: (payment: PaymentId) => TaskEither<EventReadError, OnlinePayment | undefined>
  /** The payment with an order, of whichever borrower. */
  readonly paymentWithOrder: (order: string) => TaskEither<EventReadError, OnlinePayment | undefined>
  /** The unsettled fees that may go into a file to the collector on a day. */
  readonly feesReadyForCollection: (day: Day) => TaskEither<EventReadError, ReadonlyArray<FeeOfBorrower>>
  /** The unsettled fees that were selected for a file, and are not passed on. */
  readonly feesSelectedFor: (file: CollectionFileId) => TaskEither<EventReadError, ReadonlyArray<FeeOfBorrower>>
  /** The same fees, as the collector gets them. */
  readonly debtsInCollectionFile: (file: CollectionFileId) => TaskEither<EventReadError, ReadonlyArray<DebtToCollect>>
  /** The fees that wait for the notice that a message gives; none when it gives no such notice. */
  readonly feesAwaitingNotice: (message: MessageId) => TaskEither<EventReadError, ReadonlyArray<FeeId>>
  /** The unsettled compensation for a copy, if any. */
  readonly unsettledCompensationFor: (copy: CopyId) => TaskEither<EventReadError, BorrowerFee | undefined>
  /** A settled fee; undefined when it is not settled, unknown or erased. */
  readonly correctableFee: (fee: FeeId) => TaskEither<EventReadError, CorrectableFee | undefined>
  /** The paid compensations for a copy that are not erased, each with the part of the price that was not given back. */
  readonly paidCompensationsFor: (copy: CopyId) => TaskEither<EventReadError, ReadonlyArray<ReimbursableFee>>
  /** The fees of a payment that were settled in another way, each with what was paid for it. */
  readonly feesPaidTooMuch: (payment: PaymentId) => TaskEither<EventReadError, ReadonlyArray<ReimbursableFee>>
  /** The prices in the compensations among these fees. A price that was given back whole is left out. */
  readonly pricesIn: (fees: ReadonlyArray<FeeId>) => TaskEither<EventReadError, ReadonlyArray<PaidPriceOfLostCopy>>
  /** The day on which the library learned that a lost copy is found; null when it is lost, or was never found. */
  readonly learnedFoundOn: (copy: CopyId) => TaskEither<EventReadError, Day | null>
  /** How often a fee was reimbursed before a revision of its stream. */
  readonly reimbursementsBefore: (fee: FeeId, revision: Revision) => TaskEither<EventReadError, number>
  /** The receipts that were spent on a day or later, each with the event that says so. */
  readonly receiptsSpentSince: (
    day: Day,
  ) => TaskEither<EventReadError, ReadonlyArray<{ readonly receipt: ReceiptId; readonly event: EventId }>>
  /** The reimbursement that was paid out with an order id, to whichever borrower; undefined when there is none. */
  readonly reimbursementWithOrder: (order: string) => TaskEither<EventReadError, FeeId | undefined>
  /** The present loan of a copy; undefined when it is not on loan, or its borrower is erased. */
  readonly currentLoanOf: (copy: CopyId) => TaskEither<EventReadError, CurrentLoan | undefined>
  /** The case with an id, open or resolved; undefined when it is forgotten, or never was. */
  readonly offlineCase: (id: OfflineCaseId) => TaskEither<EventReadError, OfflineCase | undefined>
  /** A loan, running or ended; undefined when it is unknown, undone or forgotten. */
  readonly loanAtLending: (loan: LoanId) => TaskEither<EventReadError, LoanAtLending | undefined>
  /** Undefined when no borrower has the id, or the borrower is about to be erased. */
  readonly statement: (borrower: BorrowerId) => TaskEither<EventReadError, StatementFacts | undefined>
  readonly copiesOf: (title: TitleId) => TaskEither<EventReadError, ReadonlyArray<CopyId>>
  /**
   * The borrower who has a borrower number, card number or CPR number; undefined when no registered borrower has it.
   */
  readonly borrowerWithNumber: (
    by: 'number' | 'card' | 'cpr',
    value: string,
  ) => TaskEither<EventReadError, BorrowerId | undefined>
  /** The card in use that has a card number; undefined when none has. */
  readonly cardWithNumber: (number: string) => TaskEither<EventReadError, CardId | undefined>
}
