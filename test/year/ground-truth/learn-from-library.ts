import type { MessageKind } from '../../../domain/message/message-kind'
import type { Day } from '../../../domain/values/day'
import type * as Ids from '../../../domain/values/ids'
import { broken } from '../checks/broken-promise'
import type { OpenedEvent } from '../checks/read-logs'
import type { Month } from '../../../domain/values/month'
import { fourteenDaysAfter, endOfMonth, endOfMonthAfter, endOfMonthOneYearAfter, thirtyDaysAfter } from './end-days'
import { takeExpectedFee } from './fees-of-the-law'
import { hasDied, type GroundTruth } from './ground-truth'
import { collectionLearners } from './learn-collection'
import { openingLearners } from './learn-openings'
import { reservationLearners } from './learn-reservations'
import { versionLearners } from './learn-versions'
import type { Learn, LearnedFacts } from './learned-facts'
import { addScope } from './scopes'

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
    ...{ collection: 'none', noticeRequestedOn: null, payBy: null },
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
  ...reservationLearners,
  ...openingLearners,
  ...versionLearners,
  ...collectionLearners,
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
