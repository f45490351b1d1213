import fc from 'fast-check'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { ScopeClass } from '../../../domain/event/scope-class'
import { addDays, type Day } from '../../../domain/values/day'
import type { LoanId } from '../../../domain/values/ids'
import { monthOf } from '../../../domain/values/month'
import { deletionClasses } from '../../../retention/classes/deletion-classes'
import { createScopeFold } from '../../../retention/completeness/scope-fold'
import { sumOfCounts } from '../../../retention/audit-report/counts'
import { createReportFold, type LogCounts } from '../../../retention/audit-report/report-fold'
import type { OpenPartOfEvent } from '../../../retention/schedule/open-part-of-event'
import { runAllSteps } from '../../fixtures/run-all-steps'
import { arbitraryDays, arbitraryFirstDay, liveDays } from '../completeness/random-days'
import { declarationChecks } from '../declaration-checks'
import { makeInMemoryLibrary, randomId, type InMemoryLibrary } from '../in-memory-library'
import { openLoanReturned, openLoanStarted } from '../record-history'

const countsOf = ({ logs, today }: Pick<InMemoryLibrary, 'logs' | 'today'>): LogCounts => {
  const fold = createReportFold(deletionClasses, createScopeFold(deletionClasses, declarationChecks))
  for (const log of logNames) logs[log].forEach((event, index) => fold.apply(event, index + 1))
  return runAllSteps(fold.counts({ circulation: today, persons: monthOf(today) }))
}

const countBy = <A>(items: ReadonlyArray<A>, keyOf: (item: A) => string): ReadonlyMap<string, number> =>
  new Map([...Map.groupBy(items, keyOf)].map(([key, group]) => [key, group.length]))

/** The scopes that events of a log name first, each with the date of the event: read from the events alone. */
const firstNamings = (events: ReadonlyArray<OpenPartOfEvent>): ReadonlyMap<string, string> => {
  const named = new Map<string, string>()
  for (const { type, open, metadata } of events)
    for (const { class: name, namedBy } of Object.values(deletionClasses)) {
      const scope = (namedBy as ReadonlyArray<string>).includes(type) ? open[name] : undefined
      if (typeof scope === 'string' && !named.has(scope)) named.set(scope, metadata.recorded)
    }
  return named
}

/** The scopes that certificates certify, each with the date of the certificate. */
const certified = (events: ReadonlyArray<OpenPartOfEvent>): ReadonlyArray<string> =>
  events
    .filter(({ type }) => type === 'ScopesErased')
    .flatMap(({ open, metadata }) =>
      (JSON.parse(open['statement'] as string) as { scopes: ReadonlyArray<unknown> }).scopes.map(
        () => metadata.recorded,
      ),
    )

const ofType = (library: Pick<InMemoryLibrary, 'logs'>, log: LogName, type: string) =>
  library.logs[log].filter((event) => event.type === type)

const runs = { numRuns: 12 }

describe('the counts of a report, whatever was lent, returned, paid, reserved, registered and asked for', () => {
  it('are those that an independent count over the events of both logs gives', () =>
    fc.assert(
      fc.asyncProperty(arbitraryFirstDay, arbitraryDays, async (first, days) => {
        const library = await liveDays(first, days)
        const counts = countsOf(library)
        for (const log of logNames) {
          const { made, erased, lag } = counts.erasures[log]
          const namings = [...firstNamings(library.logs[log]).values()]
          expect(made).toEqual(countBy(namings, String))
          expect(erased).toEqual(countBy(certified(library.logs[log]), String))
          expect(sumOfCounts(lag)).toBe(sumOfCounts(erased))
          const { open, declared, passed } = counts.horizons[log]
          expect(sumOfCounts(open) + sumOfCounts(declared) + sumOfCounts(passed)).toBe(sumOfCounts(erased))
        }
        const requests = ofType(library, 'persons', 'ErasureRequested')
        expect(counts.events.ErasureRequested).toEqual(
          countBy(requests, ({ metadata }) => metadata.recorded.slice(0, 7)),
        )
        expect(counts.closings.daysClosed).toBe(ofType(library, 'circulation', 'DayClosed').length)
        expect(counts.closings.daysNotClosed).toBe(0)
      }),
      runs,
    ))

  it('find nothing that waited longer than for the next midnight, where the worker runs, and nothing due that is not erased', () =>
    fc.assert(
      fc.asyncProperty(arbitraryFirstDay, arbitraryDays, async (first, days) => {
        const { due, erased, lag } = countsOf(await liveDays(first, days)).erasures.circulation
        expect([...lag.keys()].filter((late) => late > 1)).toEqual([])
        expect(sumOfCounts(due)).toBe(sumOfCounts(erased))
      }),
      runs,
    ))
})

describe('the count of one loan that was returned', () => {
  const first = '2026-01-05' as Day
  const lendAndReturn = (): InMemoryLibrary => {
    const library = makeInMemoryLibrary(first)
    const loan = randomId<LoanId>()
    library.record('circulation', `copy-${loan}`, openLoanStarted(loan, first))
    library.record('circulation', `copy-${loan}`, openLoanReturned(loan, first))
    return library
  }

  it('is made on its day, and due and erased on the day after the thirtieth', async () => {
    const library = lendAndReturn()
    while (library.today < '2026-02-10') await library.passMidnight()
    const { made, due, erased, lag } = countsOf(library).erasures.circulation
    expect(made.get(first)).toBe(1)
    expect([[...due], [...erased], [...lag]]).toEqual([[['2026-02-05', 1]], [['2026-02-05', 1]], [[0, 1]]])
  })

  it('is due and not erased when its erasure is taken out of the log, and a day is missing when its closing is', async () => {
    const library = lendAndReturn()
    while (library.today < '2026-02-10') await library.passMidnight()
    const isTakenOut = ({ type, open }: OpenPartOfEvent): boolean =>
      ['ErasureDue', 'ScopesErased'].includes(type) || (type === 'DayClosed' && open['day'] === addDays(3)(first))
    const logs = { ...library.logs, circulation: library.logs.circulation.filter((event) => !isTakenOut(event)) }
    const { erasures, closings } = countsOf({ logs, today: library.today })
    expect([...erasures.circulation.due]).toEqual([['2026-02-05', 1]])
    expect([...erasures.circulation.erased]).toEqual([])
    expect(closings.daysNotClosed).toBe(1)
  })
})

describe('the classes of a history', () => {
  it('are named by the events that the independent count reads', () => {
    const naming = Object.values(deletionClasses).filter(({ namedBy }) => namedBy.length > 0)
    expect(naming.map(({ class: name }): ScopeClass => name)).toEqual(Object.keys(deletionClasses))
  })
})
