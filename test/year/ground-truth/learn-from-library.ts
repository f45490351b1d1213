import type { MessageKind } from '../../../domain/message/message-kind'
import { addDays, type Day } from '../../../domain/values/day'
import type * as Ids from '../../../domain/values/ids'
import { broken, type BrokenPromise } from '../checks/broken-promise'
import type { OpenedEvent } from '../checks/read-logs'
import type { Month } from '../../../domain/values/month'
import {
  pickUpDeadlineFrom,
  fourteenDaysAfter,
  endOfMonth,
  endOfMonthAfter,
  endOfMonthOneYearAfter,
  thirtyDaysAfter,
} from './end-days'
import { takeExpectedFee } from './fees-of-the-law'
import { hasDied, type GroundTruth } from './ground-truth'
import { addScope, endScope } from './scopes'

/** A message that the library made. */
export interface MadeMessage {
  readonly message: Ids.MessageId
  readonly borrower: Ids.BorrowerId
  readonly kind: MessageKind
}

/** What the library did by itself since the last midnight. */
export interface LearnedFacts {
  /** The day that is being closed. What is recorded after it belongs to its closing. */
  readonly day: Day
  readonly broken: BrokenPromise[]
  readonly made: MadeMessage[]
  /** The borrowers for whom a copy became ready: each is written to. */
  readonly ready: Ids.BorrowerId[]
  /** The scopes that were declared due, and those that a certificate names. */
  readonly declared: Set<string>
  readonly certified: Set<string>
  readonly absencesOver: Set<string>
  readonly guardianshipsOver: Set<string>
  readonly lapsed: Set<Ids.BorrowerId>
  readonly billed: Set<string>
}

export const nothingLearned = (day: Day): LearnedFacts => ({
  day,
  ...{ broken: [], made: [], ready: [], declared: new Set(), certified: new Set(), absencesOver: new Set() },
  ...{ guardianshipsOver: new Set(), lapsed: new Set(), billed: new Set() },
})

type Learn = (groundTruth: GroundTruth, facts: LearnedFacts, event: OpenedEvent) => void

const learnFee: Learn = (groundTruth, facts, { open, sealed }) => {
  const fee = open['fee'] as Ids.FeeId
  const part = sealed.fee as
    | {
        readonly borrower: Ids.BorrowerId
        readonly amount: number
        readonly items: ReadonlyArray<{ copy: Ids.CopyId }>
      }
    | undefined
  if (part === undefined) return void facts.broken.push(broken('outstandingBalance', 'a new fee is not readable', fee))
  const kind = open['kind'] as 'lateness' | 'compensation'
  if (takeExpectedFee(groundTruth, { borrower: part.borrower, kind, amount: part.amount }) === undefined)
    facts.broken.push(broken('outstandingBalance', 'a fee was levied that nobody owes', fee))
  addScope(groundTruth, { id: fee, class: 'fee', borrower: part.borrower })
  groundTruth.fees.set(fee, {
    ...{ fee, borrower: part.borrower, kind, amount: part.amount, leviedOn: open['leviedOn'] as Day },
    ...{ copies: part.items.map(({ copy }) => copy), settledOn: null, ending: null, corrected: false },
  })
}

const learnReimbursement: Learn = (groundTruth, facts, { open, sealed }) => {
  const reimbursement = open['fee'] as Ids.FeeId
  const part = sealed.fee as { readonly borrower: Ids.BorrowerId; readonly amount: number } | undefined
  const at = groundTruth.expectedReimbursements.findIndex(
    ({ borrower, amount }) => borrower === part?.borrower && amount === part.amount,
  )
  if (part === undefined || at === -1)
    return void facts.broken.push(broken('outstandingBalance', 'a reimbursement that nobody granted', reimbursement))
  groundTruth.expectedReimbursements.splice(at, 1)
  addScope(groundTruth, { id: reimbursement, class: 'fee', borrower: part.borrower })
  groundTruth.reimbursements.set(reimbursement, { reimbursement, settledOn: null, ...part })
}

const learnMessage: Learn = (groundTruth, facts, { open, sealed }) => {
  const message = open['message'] as Ids.MessageId
  const madeOn = open['madeOn'] as Day
  const part = sealed.message as { readonly borrower: Ids.BorrowerId; readonly kind: MessageKind } | undefined
  if (part === undefined) return void facts.broken.push(broken('messages', 'a new message is not readable', message))
  const { borrower, kind } = part
  facts.made.push({ message, borrower, kind })
  addScope(groundTruth, { id: message, class: 'message', borrower, lastDay: thirtyDaysAfter(madeOn) })
  groundTruth.messages.set(message, { message, borrower, kind, madeOn })
}

/** A copy is set aside for a reservation: what says so goes at once when it is lent or released. */
const learnSetAside: Learn = (groundTruth, { day }, { open, sealed }) => {
  const id = String(open['setAside'])
  const borrower = (sealed.setAside?.['borrower'] as Ids.BorrowerId | undefined) ?? null
  addScope(groundTruth, { id, class: 'setAside', borrower, lastDay: borrower === null ? day : null })
}

/** The reservation of an undone loan is made anew, at the front of the queue. */
const learnReservation: Learn = (groundTruth, facts, { open, sealed }) => {
  const reservation = open['reservation'] as Ids.ReservationId
  const part = sealed.reservation
  if (groundTruth.scopes.has(reservation) || groundTruth.gone.has(reservation) || part === undefined) return
  const borrower = part['borrower'] as Ids.BorrowerId
  if (part['first'] !== true) facts.broken.push(broken('reservations', 'one that nobody made', reservation))
  addScope(groundTruth, { id: reservation, class: 'reservation', borrower })
  groundTruth.reservations.set(reservation, {
    ...{ reservation, borrower, title: open['title'] as Ids.TitleId, pickUpBy: null, readyAt: null },
    ...{ pickUpBranch: part['pickUpBranch'] as Ids.BranchId, interestUntil: part['interestUntil'] as Day },
    place: -(groundTruth.nextPlace += 1),
  })
}

/** The last day to pick up a copy that became ready today; of one that an offline machine took back, yesterday. */
const pickUpDeadlineOf = ({ day }: LearnedFacts, { sealed }: OpenedEvent): Day => {
  const ofYesterday = pickUpDeadlineFrom(addDays(-1)(day))
  return sealed.reservation?.['pickUpBy'] === ofYesterday ? ofYesterday : pickUpDeadlineFrom(day)
}

const learnReady: Learn = (groundTruth, facts, event) => {
  const id = event.open['reservation'] as Ids.ReservationId
  const reservation = groundTruth.reservations.get(id)
  if (reservation !== undefined) {
    reservation.pickUpBy = pickUpDeadlineOf(facts, event)
    reservation.readyAt = event.sealed.reservation?.['pickUpBranch'] as Ids.BranchId
  }
  // The copy may have been picked up since, on the same day: the message was made all the same.
  const borrower = groundTruth.scopes.get(id)?.borrower
  if (borrower) facts.ready.push(borrower)
}

const learnNotReady: Learn = (groundTruth, _facts, { open }) => {
  const reservation = groundTruth.reservations.get(open['reservation'] as Ids.ReservationId)
  if (reservation !== undefined) Object.assign(reservation, { pickUpBy: null, readyAt: null })
}

/** A copy that waits at one branch is not ready for pick-up at another: it is sent there first. */
const learnChange: Learn = (groundTruth, facts, event) => {
  const { readyAt } = groundTruth.reservations.get(event.open['reservation'] as Ids.ReservationId) ?? {}
  if (event.sealed.reservation?.['pickUpBranch'] !== readyAt) learnNotReady(groundTruth, facts, event)
}

/** The block that a death brings. Blocks that staff have set are known. */
const learnBlock: Learn = (groundTruth, { broken: found, day }, { open, sealed }) => {
  const block = open['block'] as Ids.BlockId
  const borrower = open['borrower'] as Ids.BorrowerId
  if (groundTruth.scopes.has(block) || groundTruth.gone.has(block)) return
  if (!hasDied(groundTruth, borrower) || sealed.block?.['reason'] !== 'D')
    return void found.push(broken('block', 'one that nobody set', block))
  addScope(groundTruth, { id: block, class: 'block', borrower })
  groundTruth.borrowers.get(borrower)?.blocks.set(block, { reason: 'D', since: day, note: null })
}

const learnErasures: Learn = (_groundTruth, { declared }, { open }) => {
  for (const { scope } of open['scopes'] as ReadonlyArray<{ readonly scope: string }>) declared.add(scope)
}

const learnCertificate: Learn = (_groundTruth, { certified }, { open }) => {
  const { scopes } = JSON.parse(String(open['statement'])) as { readonly scopes: ReadonlyArray<{ scope: string }> }
  for (const { scope } of scopes) certified.add(scope)
}

/** What the simulation learns of each event that the library makes by itself. */
const learners: Readonly<Record<string, Learn>> = {
  BlockSet: learnBlock,
  FeeLevied: learnFee,
  ReimbursementGranted: learnReimbursement,
  MessageMade: learnMessage,
  CopySetAside: learnSetAside,
  CopyPutOnPullList: learnSetAside,
  SetAsideReleased: (groundTruth, { day }, { open }) => endScope(groundTruth, String(open['setAside']), day),
  ReservationMade: learnReservation,
  ReservationReady: learnReady,
  ReservationNotReady: learnNotReady,
  ReservationChanged: learnChange,
  DayOpened: (groundTruth, _facts, { open }) =>
    addScope(groundTruth, {
      ...{ id: String(open['idempotency']), class: 'idempotency', borrower: null },
      lastDay: fourteenDaysAfter(open['day'] as Day),
    }),
  MonthOpened: (groundTruth, _facts, { open }) =>
    addScope(groundTruth, {
      ...{ id: String(open['statistics']), class: 'statistics', borrower: null },
      lastDay: endOfMonth(`${String(open['month'])}-01` as Day),
    }),
  NoticeMade: (groundTruth, _facts, { open, sealed }) =>
    addScope(groundTruth, {
      ...{ id: String(open['notice']), class: 'notice' },
      borrower: (sealed.notice?.['borrower'] as Ids.BorrowerId | undefined) ?? null,
      lastDay: endOfMonthAfter(open['madeIn'] as Month),
    }),
  MessagesCounted: (groundTruth, _facts, { open, sealed }) =>
    addScope(groundTruth, {
      ...{ id: String(open['messageCount']), class: 'messageCount' },
      borrower: (sealed.messageCount?.['borrower'] as Ids.BorrowerId | undefined) ?? null,
      lastDay: endOfMonthOneYearAfter(open['month'] as Month),
    }),
  ErasureDue: learnErasures,
  ScopesErased: learnCertificate,
  AbsenceEnded: (_groundTruth, { absencesOver }, { open }) => void absencesOver.add(String(open['absence'])),
  GuardianshipEnded: (_groundTruth, { guardianshipsOver }, { open }) =>
    void guardianshipsOver.add(String(open['guardian'])),
  BorrowerLapsed: (_groundTruth, { lapsed }, { open }) => void lapsed.add(open['borrower'] as Ids.BorrowerId),
  CopyBilledAsLost: (_groundTruth, { billed }, { open }) => void billed.add(String(open['loan'])),
}

export const learnFromEvents = (
  groundTruth: GroundTruth,
  facts: LearnedFacts,
  events: ReadonlyArray<OpenedEvent>,
): LearnedFacts => {
  for (const event of events) learners[event.type]?.(groundTruth, facts, event)
  return facts
}
