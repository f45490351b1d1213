import { nothingOverridden } from '../fixtures/example-library'
import { MonthCounted } from '../../domain/calendar/events/month-counted'
import { MonthOpened } from '../../domain/calendar/events/month-opened'
import type { CountedKind } from '../../domain/calendar/statistics/statistics-tables'
import { CopyAcquired } from '../../domain/copy/events/copy-acquired'
import { LoanRenewed } from '../../domain/copy/events/loan-renewed'
import { LoanUndone } from '../../domain/copy/events/loan-undone'
import type { DomainEvent } from '../../domain/event/domain-event'
import { ReservationCancelled } from '../../domain/title/events/reservation-cancelled'
import { ReservationCounted } from '../../domain/title/events/reservation-counted'
import { noonOf } from '../../domain/values/instant'
import { LoanId, type BorrowerId, type MunicipalityCode } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import { oreFromKroner } from '../../domain/values/ore'
import { itemsToCount } from '../../projections/activity/items-to-count/items-to-count'
import { rowsOfPage } from '../../projections/activity/items-to-count/page-of-rows'
import type { ReadModelRows } from '../../projections/read-model/read-model-rows'
import { numberedUuid } from '../fixtures/numbered-uuid'
import {
  ann,
  bo,
  borrowerRegistered,
  copyIdOf,
  dayOfJanuary,
  exampleTitle,
  lendingBranch,
  loanIdOf,
  loanReturned,
  loanStarted,
  otherBranch,
  reservationIdOf,
  reservationMade,
  rowsAfterEvents,
  statisticsScope,
} from './example-events'

const month = '2026-01' as Month
const [on, due] = [dayOfJanuary(1), dayOfJanuary(5)]
const opened = MonthOpened({ month, statistics: statisticsScope }, {})

const acquired = (n: number, group: 'standard' | 'short-7'): DomainEvent =>
  CopyAcquired(
    {
      ...{ copy: copyIdOf(n), title: exampleTitle, branch: otherBranch, group },
      ...{ ageLimit: null, price: oreFromKroner(200), name: 'Bog', author: null, volume: null },
    },
    {},
  )
const renewed = (n: number, borrower: BorrowerId): DomainEvent =>
  LoanRenewed(
    { loan: loanIdOf(n), copy: copyIdOf(n) },
    { loan: { borrower, dueOn: dayOfJanuary(9), previouslyDueOn: due, renewedAt: noonOf(on), ...nothingOverridden } },
  )
const counted = (n: number): DomainEvent =>
  ReservationCounted(
    { reservation: reservationIdOf(n), statistics: statisticsScope, title: exampleTitle },
    {
      statistics: {
        pickUpBranch: lendingBranch,
        borrowerGroup: 'child',
        municipality: '851' as MunicipalityCode,
        ageClass: 'child',
      },
    },
  )

const itemsOf = (of: CountedKind, rows: ReadModelRows) => itemsToCount({ month, adultAge: 14 }, of, null)(rows).items

describe('what a month counts', () => {
  it('are the loans made in it and not undone, with what was known of the borrower then', () => {
    const undone = LoanUndone(
      { loan: loanIdOf(2), copy: copyIdOf(2), title: exampleTitle, branch: lendingBranch, undoneOn: on },
      { loan: { borrower: ann, fulfilled: false } },
    )
    const loans = [loanStarted(1, ann, on, due), loanStarted(2, ann, on, due), undone]
    expect(itemsOf('loans', rowsAfterEvents([opened, acquired(1, 'short-7'), ...loans]))).toEqual([
      {
        ...{ times: 1, borrower: ann },
        values: { branch: lendingBranch, materialGroup: 'short-7', borrowerGroup: 'adult', ageClass: 'adult' },
      },
    ])
  })

  it('are the renewals of each loan, for the branch that owns the copy, until the month is counted', () => {
    const events = [acquired(1, 'standard'), loanStarted(1, ann, on, due), renewed(1, ann), renewed(1, ann)]
    const rows = rowsAfterEvents(events, [borrowerRegistered(ann)])
    expect(itemsOf('renewals', rows)).toMatchObject([
      { times: 2, borrower: ann, values: { branch: otherBranch, materialGroup: 'standard', borrowerGroup: 'adult' } },
    ])
    expect(itemsOf('renewals', rowsAfterEvents([...events, MonthCounted({ month, tables: [] }, {})]))).toEqual([])
  })

  it('are the returns, of no borrower', () => {
    const returned = loanReturned(1, ann, on, due, dayOfJanuary(3))
    const events = [acquired(1, 'standard'), loanStarted(1, ann, on, due), returned]
    expect(itemsOf('returns', rowsAfterEvents(events))).toEqual([
      { times: 1, borrower: null, values: { branch: otherBranch, materialGroup: 'standard' } },
    ])
    expect(itemsOf('returns', rowsAfterEvents([...events, MonthCounted({ month, tables: [] }, {})]))).toEqual([])
  })

  it('are the reservations, also those that have ended and whose borrower is forgotten', () => {
    const cancelled = ReservationCancelled({ reservation: reservationIdOf(2), title: exampleTitle }, {})
    const made = [1, 2].flatMap((n) => [reservationMade(n, ann), counted(n)])
    const rows = rowsAfterEvents([opened, acquired(1, 'standard'), ...made, cancelled])
    const values = { branch: lendingBranch, materialGroup: 'standard', borrowerGroup: 'child', municipality: '851' }
    expect(itemsOf('reservations', rows)).toMatchObject([
      { times: 1, borrower: ann, values },
      { times: 1, borrower: null, values },
    ])
  })

  it('are the borrowers who used the library, each once, with the material group that they used most', () => {
    const loans = [1, 2, 3].map((n) => loanStarted(n, ann, on, due))
    const copies = [acquired(1, 'standard'), acquired(2, 'short-7'), acquired(3, 'short-7')]
    const cyn = numberedUuid(3) as BorrowerId
    const registered = [ann, bo, cyn].map((borrower) => borrowerRegistered(borrower))
    const items = itemsOf('activeBorrowers', rowsAfterEvents([...copies, ...loans, reservationMade(1, bo)], registered))
    expect(items.map(({ times, borrower, values }) => [times, borrower, values.materialGroup])).toEqual([
      [1, ann, 'short-7'],
      [1, bo, 'none'],
    ])
  })

  it('is nothing before the month is opened', () => {
    for (const kind of ['loans', 'renewals', 'returns', 'reservations', 'activeBorrowers'] as const)
      expect(itemsToCount({ month, adultAge: 14 }, kind, null)(rowsAfterEvents([]))).toEqual({ items: [], next: null })
  })

  it('is read in pages, each item once', () => {
    const loan = (n: number) => loanStarted(n, ann, on, due)
    const rows = rowsAfterEvents([opened, ...Array.from({ length: rowsOfPage + 3 }, (_, n) => loan(n + 1))])
    const first = itemsToCount({ month, adultAge: 14 }, 'loans', null)(rows)
    expect([first.items.length, LoanId.is(first.next)]).toEqual([rowsOfPage, true])
    expect(itemsToCount({ month, adultAge: 14 }, 'loans', first.next)(rows)).toMatchObject({ next: null })
    expect(itemsToCount({ month, adultAge: 14 }, 'loans', first.next)(rows).items).toHaveLength(3)
  })
})
