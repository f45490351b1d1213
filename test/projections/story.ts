import { BorrowerRegistered } from '../../domain/borrower/events/borrower-registered'
import { LoanReturned } from '../../domain/copy/events/loan-returned'
import { LoanStarted } from '../../domain/copy/events/loan-started'
import { CopyAcquired } from '../../domain/copy/events/copy-acquired'
import type { DomainEvent } from '../../domain/event/domain-event'
import { FeeLevied } from '../../domain/fee/events/fee-levied'
import { FeeSettled } from '../../domain/fee/events/fee-settled'
import type { Day } from '../../domain/values/day'
import type {
  BorrowerId,
  BranchId,
  CardId,
  ContactId,
  CopyId,
  FeeId,
  LoanId,
  ReservationId,
  StatisticsId,
  TitleId,
} from '../../domain/values/ids'
import { noonOf } from '../../domain/values/instant'
import { kroner } from '../../domain/values/ore'
import { ReservationMade } from '../../domain/title/events/reservation-made'
import type { Month } from '../../domain/values/month'
import type { Rows } from '../../projections/kernel/rows'
import { emptyReadModels, recordedIn } from '../fixtures/read-models'
import { uuid } from '../fixtures/uuid'

export const january = (n: number): Day => `2026-01-${String(n).padStart(2, '0')}` as Day
export const [ann, bo] = [uuid(1) as BorrowerId, uuid(2) as BorrowerId]
export const title = '52557240' as TitleId
export const [main, side] = ['DK-785100' as BranchId, 'DK-785101' as BranchId]
export const copyNo = (n: number): CopyId => String(n).padStart(10, '0') as CopyId
export const loanNo = (n: number): LoanId => uuid(100 + n) as LoanId
export const feeNo = (n: number): FeeId => uuid(200 + n) as FeeId
export const reservationNo = (n: number): ReservationId => uuid(300 + n) as ReservationId
export const contactOfAnn = uuid(400) as ContactId
export const statistics = uuid(500) as StatisticsId

export const registered = (borrower: BorrowerId, contact: ContactId = contactOfAnn): DomainEvent =>
  BorrowerRegistered(
    { borrower, contact, card: uuid(Number(borrower.slice(-1)) + 410) as CardId, registeredIn: '2026-01' as Month },
    {
      borrower: {
        number: `number ${borrower}`,
        cpr: `cpr ${borrower}`,
        name: 'Ann',
        birthDate: null,
        group: 'adult',
        municipality: null,
        homeBranch: main,
        language: 'da',
      },
      contact: { details: { careOf: null, address: 'Vej 1', phones: ['1'], mobileForNotices: null, email: null } },
      card: { number: `card ${borrower}`, pin: 'kept' },
    },
  )

export const acquired = (n: number): DomainEvent =>
  CopyAcquired(
    {
      copy: copyNo(n),
      title,
      branch: main,
      group: 'standard',
      ageLimit: null,
      price: kroner(200),
      name: 'Bog',
      author: null,
    },
    {},
  )

const kind = { borrowerGroup: 'adult', ageClass: 'adult' } as const

/** Loan n of copy n, lent on a day of January and due on another. */
export const lent = (n: number, borrower: BorrowerId, lentOn: Day, dueOn: Day): DomainEvent =>
  LoanStarted(
    { loan: loanNo(n), statistics, copy: copyNo(n), title, branch: main, lentOn },
    {
      loan: { borrower, dueOn, lentAt: noonOf(lentOn), ...kind, name: 'Bog', fulfils: false, against: [] },
      statistics: { borrowerGroup: 'adult', municipality: null, ageClass: 'adult' },
    },
  )

export const returned = (n: number, borrower: BorrowerId, lentOn: Day, dueOn: Day, returnedOn: Day): DomainEvent =>
  LoanReturned(
    { loan: loanNo(n), copy: copyNo(n), title, branch: side, returnedOn },
    { loan: { borrower, lentOn, dueOn, returnedAt: noonOf(returnedOn), ...kind, name: 'Bog' } },
  )

/** Fee n on loan n. */
export const levied = (
  n: number,
  borrower: BorrowerId,
  amount: number,
  about: { readonly lentOn: Day; readonly dueOn: Day; readonly occasion: Day },
  kindOfFee: 'lateness' | 'compensation' = 'lateness',
): DomainEvent =>
  FeeLevied(
    { fee: feeNo(n), kind: kindOfFee, leviedOn: about.occasion },
    {
      fee: {
        borrower,
        amount: kroner(amount),
        ...about,
        items: [{ copy: copyNo(n), title, name: 'Bog', daysOverdue: 1 }],
      },
    },
  )

export const settled = (n: number, settledOn: Day): DomainEvent => FeeSettled({ fee: feeNo(n), settledOn }, {})

export const reserved = (n: number, borrower: BorrowerId, first = false): DomainEvent =>
  ReservationMade(
    { reservation: reservationNo(n), title, latestEnd: '2026-07-01' as Day },
    {
      reservation: {
        borrower,
        pickUpBranch: side,
        interestUntil: january(20),
        madeAt: noonOf(january(1)),
        first,
      },
    },
  )

/** The rows once these events have been taken. */
export const rowsAfter = (circulation: ReadonlyArray<DomainEvent>, persons: ReadonlyArray<DomainEvent> = []): Rows => {
  const models = emptyReadModels()
  models.take(recordedIn('persons')(persons))
  models.take(recordedIn('circulation')(circulation))
  return models.rows
}
