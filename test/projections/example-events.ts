import { nothingOverridden, standsAlone, startsAnew } from '../fixtures/example-library'
import type { EffectiveDeadline } from '../../domain/policy/effective-deadline'
import { BorrowerRegistered } from '../../domain/borrower/events/borrower-registered'
import { LoanRenewed } from '../../domain/copy/events/loan-renewed'
import { LoanReturned } from '../../domain/copy/events/loan-returned'
import { LoanStarted } from '../../domain/copy/events/loan-started'
import { CopyAcquired } from '../../domain/copy/events/copy-acquired'
import type { DomainEvent } from '../../domain/event/domain-event'
import { FeeLevied } from '../../domain/fee/events/fee-levied'
import { FeeSettled } from '../../domain/fee/events/fee-settled'
import { addYears, type Day } from '../../domain/values/day'
import type {
  BorrowerId,
  BranchId,
  CardId,
  ContactId,
  CopyId,
  FeeId,
  IdentityId,
  LoanId,
  PreferenceId,
  ReservationId,
  StatisticsId,
  TitleId,
} from '../../domain/values/ids'
import { noonOf } from '../../domain/values/instant'
import { oreFromKroner } from '../../domain/values/ore'
import { ReservationMade } from '../../domain/title/events/reservation-made'
import type { Month } from '../../domain/values/month'
import type { ReadModelRows } from '../../projections/read-model/read-model-rows'
import { inMemoryReadModels, withMetadataIn } from '../fixtures/in-memory-read-models'
import { numberedUuid } from '../fixtures/numbered-uuid'

export const dayOfJanuary = (n: number): Day => `2026-01-${String(n).padStart(2, '0')}` as Day
export const [ann, bo] = [numberedUuid(1) as BorrowerId, numberedUuid(2) as BorrowerId]
export const exampleTitle = '52557240' as TitleId
export const [lendingBranch, otherBranch] = ['DK-785100' as BranchId, 'DK-785101' as BranchId]
export const copyIdOf = (n: number): CopyId => String(n).padStart(10, '0') as CopyId
export const loanIdOf = (n: number): LoanId => numberedUuid(100 + n) as LoanId
export const feeIdOf = (n: number): FeeId => numberedUuid(200 + n) as FeeId
export const reservationIdOf = (n: number): ReservationId => numberedUuid(300 + n) as ReservationId
export const contactOfAnn = numberedUuid(400) as ContactId
export const statisticsScope = numberedUuid(500) as StatisticsId

export const borrowerRegistered = (borrower: BorrowerId, contact: ContactId = contactOfAnn): DomainEvent =>
  BorrowerRegistered(
    {
      borrower,
      identity: numberedUuid(Number(borrower.slice(-1)) + 420) as IdentityId,
      preference: numberedUuid(Number(borrower.slice(-1)) + 430) as PreferenceId,
      contact,
      card: numberedUuid(Number(borrower.slice(-1)) + 410) as CardId,
      registeredIn: '2026-01' as Month,
    },
    {
      borrower: { number: `number ${borrower}`, detailsOfVersion1: null },
      identity: { cpr: `cpr ${borrower}`, name: 'Ann', birthDate: null, group: 'adult', municipality: null },
      preference: { homeBranch: lendingBranch, language: 'da' },
      contact: {
        details: {
          careOf: null,
          address: 'Vej 1',
          phones: ['1'],
          mobileForNotices: null,
          emails: [],
          emailForNotices: null,
        },
        verifiedEmails: [],
      },
      card: { number: `card ${borrower}`, pin: null },
    },
  )

export const copyAcquired = (n: number): DomainEvent =>
  CopyAcquired(
    {
      copy: copyIdOf(n),
      title: exampleTitle,
      branch: lendingBranch,
      group: 'standard',
      ageLimit: null,
      price: oreFromKroner(200),
      name: 'Bog',
      author: null,
      volume: null,
    },
    {},
  )

const borrowerCategory = { borrowerGroup: 'adult', ageClass: 'adult' } as const

/** The start of loan n, of copy n. */
export const loanStarted = (n: number, borrower: BorrowerId, lentOn: Day, dueOn: Day): DomainEvent =>
  LoanStarted(
    {
      loan: loanIdOf(n),
      statistics: statisticsScope,
      copy: copyIdOf(n),
      title: exampleTitle,
      branch: lendingBranch,
      lentOn,
    },
    {
      loan: {
        ...{ borrower, dueOn, lentAt: noonOf(lentOn), ...borrowerCategory, name: 'Bog' },
        ...{ fulfils: false, against: [], ...startsAnew },
      },
      statistics: { borrowerGroup: 'adult', municipality: null, ageClass: 'adult' },
    },
  )

export const loanRenewed = (
  n: number,
  borrower: BorrowerId,
  previouslyDueOn: Day,
  on: Day,
  dueOn: Day = dayOfJanuary(31),
): DomainEvent =>
  LoanRenewed(
    { loan: loanIdOf(n), copy: copyIdOf(n) },
    { loan: { borrower, dueOn, previouslyDueOn, renewedAt: noonOf(on), ...nothingOverridden } },
  )

export const loanReturned = (n: number, borrower: BorrowerId, lentOn: Day, dueOn: Day, returnedOn: Day): DomainEvent =>
  LoanReturned(
    { loan: loanIdOf(n), copy: copyIdOf(n), title: exampleTitle, branch: otherBranch, returnedOn },
    { loan: { borrower, lentOn, dueOn, returnedAt: noonOf(returnedOn), ...borrowerCategory, name: 'Bog' } },
  )

/** The levying of fee n, for loan n. */
export const feeLevied = (
  n: number,
  borrower: BorrowerId,
  amount: number,
  about: { readonly lentOn: Day; readonly dueOn: Day; readonly occasion: Day },
  kind: 'lateness' | 'compensation' = 'lateness',
): DomainEvent =>
  FeeLevied(
    { fee: feeIdOf(n), kind, leviedOn: about.occasion, owedUntil: addYears(3)(about.occasion) },
    {
      fee: {
        borrower,
        amount: oreFromKroner(amount),
        ...about,
        items: [{ copy: copyIdOf(n), title: exampleTitle, name: 'Bog', daysOverdue: 1 }],
      },
    },
  )

export const feeSettled = (n: number, settledOn: Day): DomainEvent => FeeSettled({ fee: feeIdOf(n), settledOn }, {})

export const reservationMade = (n: number, borrower: BorrowerId, first = false): DomainEvent =>
  ReservationMade(
    { reservation: reservationIdOf(n), title: exampleTitle, latestEnd: '2026-07-01' as Day },
    {
      reservation: {
        borrower,
        pickUpBranch: otherBranch,
        interestUntil: dayOfJanuary(20),
        madeAt: noonOf(dayOfJanuary(1)),
        first,
        ...standsAlone,
      },
    },
  )

/** The rows of all read models after these events. */
export const rowsAfterEvents = (
  circulation: ReadonlyArray<DomainEvent>,
  persons: ReadonlyArray<DomainEvent> = [],
): ReadModelRows => {
  const models = inMemoryReadModels()
  models.foldEvents(withMetadataIn('persons')(persons))
  models.foldEvents(withMetadataIn('circulation')(circulation))
  return models.rows
}

/** No closed day moves a deadline. */
export const asRecorded: EffectiveDeadline = () => (recorded) => recorded
