import fc from 'fast-check'
import type { CopyEvent } from '../../../domain/copy/copy-event'
import type { CopyCommand } from '../../../domain/copy/decide-copy-command'
import { copyDecider } from '../../../domain/copy/copy-decider'
import { addToCopyHistory, emptyCopyHistory, type CopyHistory } from '../../../domain/copy/history/copy-history'
import type { EventWithMetadata } from '../../../domain/event/domain-event'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import { addDays, type Day } from '../../../domain/values/day'
import { dayOf, noonOf, type Instant } from '../../../domain/values/instant'
import { loansReadModel } from '../../../projections/loans/loans-read-model'
import { loansTable } from '../../../projections/loans/loans-table'
import { copyEventMetadata } from '../../fixtures/copy-event-metadata'
import {
  anna,
  bent,
  day,
  exampleCopyAcquired,
  exampleStanding,
  loanId,
  mainBranch,
  reservationId,
  setAsideId,
  statisticsScopeId,
  unmatchedId,
} from '../../fixtures/example-library'
import { stateAfter } from '../../fixtures/given-when-then'
import { inMemoryReadModels, withMetadataIn } from '../../fixtures/in-memory-read-models'
import { permutations } from '../../fixtures/permutations'
import { offlineLoanOfFirstCopy, offlineReturnOfFirstCopy } from '../../fixtures/offline-commands'

const copies = copyDecider(defaultLibraryPolicy)
const stateOf = stateAfter(copies)
const branch = mainBranch
const firstDay = day('2026-01-06')
const lastDay = day('2026-01-20')

type RecordedEvent = EventWithMetadata<CopyEvent>
type Act = (history: CopyHistory) => ReadonlyArray<CopyCommand>

interface Step {
  readonly name: 'lent' | 'returned' | 'changed by staff'
  readonly at: Instant
  readonly act: Act
}

const lent = (at: Instant): Step => ({
  name: 'lent',
  at,
  act: (history) => [
    {
      ...{ ...offlineLoanOfFirstCopy, loan: loanId(1), statistics: statisticsScopeId },
      ...{ standing: exampleStanding(anna), branch, at, history },
    },
  ],
})

const returned = (at: Instant): Step => ({
  name: 'returned',
  at,
  act: (history) => [{ ...offlineReturnOfFirstCopy, unmatched: unmatchedId(1), branch, at, history }],
})

const setAside = (at: Instant): ReadonlyArray<CopyCommand> => [
  { type: 'Return', unmatched: unmatchedId(2), branch, at },
  {
    ...{ type: 'SetAside', setAside: setAsideId(1), reservation: reservationId(1), borrower: bent },
    ...{ pickUpBranch: branch, pickUpNumber: '000123', at },
  },
]

/** What staff do with a copy, by what it is called. */
const changesByStaff: Readonly<Record<string, (at: Instant) => ReadonlyArray<CopyCommand>>> = {
  withdrawn: () => [{ type: 'Withdraw' }],
  missing: (at) => [{ type: 'RecordMissing', day: dayOf(at) }],
  'missing and withdrawn': (at) => [{ type: 'RecordMissing', day: dayOf(at) }, { type: 'Withdraw' }],
  'missing and found': (at) => [
    { type: 'RecordMissing', day: dayOf(at) },
    { type: 'Find', branch, day: dayOf(at) },
  ],
  'set aside': setAside,
  sent: (at) => [...setAside(at), { type: 'Send', to: branch }],
}

/** What a loan after such a change is against. */
const reasonsOfLaterLoan: Readonly<Record<string, ReadonlyArray<string>>> = {
  withdrawn: ['copyWithdrawn'],
  'missing and withdrawn': ['copyWithdrawn'],
  'set aside': ['copySetAsideForAnother'],
  sent: ['copySetAsideForAnother'],
}

const byStaff = (what: string, at: Instant): Step => ({
  name: 'changed by staff',
  at,
  act: () => changesByStaff[what]?.(at) ?? [],
})

/** The events of the steps in their order of arrival; undefined when the desk refuses its step, or it has come too early. */
const arrive = (steps: ReadonlyArray<Step>): ReadonlyArray<RecordedEvent> | undefined => {
  let events: ReadonlyArray<RecordedEvent> = [
    { ...exampleCopyAcquired(), metadata: copyEventMetadata(0, addDays(-1)(firstDay)) },
  ]
  let recorded: Day = firstDay
  for (const { name, at, act } of steps) {
    if (name === 'changed by staff' && recorded > dayOf(at)) return undefined
    recorded = recorded > dayOf(at) ? recorded : dayOf(at)
    const history = events.reduce(addToCopyHistory, emptyCopyHistory)
    for (const command of act(history)) {
      const decided = copies.decide(command)(stateOf(events))
      if (decided._tag === 'Left') return undefined
      const added = decided.right.map((event, index) => ({
        ...event,
        metadata: copyEventMetadata(events.length + index, recorded),
      }))
      events = [...events, ...(added as ReadonlyArray<RecordedEvent>)]
    }
    // What comes after the step of the desk comes on a later day.
    if (name === 'changed by staff') recorded = lastDay
  }
  return events
}

const loansOf = (events: ReadonlyArray<CopyEvent>) => {
  const models = inMemoryReadModels([loansReadModel])
  models.foldEvents(withMetadataIn('circulation')(events))
  return models.rows
    .find(loansTable, { orderBy: ['loan'] })
    .map(({ borrower, lentOn, endedOn }) => ({ borrower, lentOn, endedOn }))
}

/** What the open case of the loan says. */
const openCaseOf = (events: ReadonlyArray<RecordedEvent>) =>
  events.reduce(addToCopyHistory, emptyCopyHistory).loans.flatMap(({ openCases }) => openCases)

/** The same steps in every order in which they can arrive. */
const arrivalsOf = (...steps: ReadonlyArray<Step>) =>
  permutations(steps).flatMap((order) => {
    const events = arrive(order)
    return events === undefined ? [] : [{ first: order[0]?.name, events }]
  })

const onNextDay = (at: Instant): Instant => `${addDays(1)(dayOf(at))}${at.slice(10)}` as Instant

/** Two moments of the first days, a loan and its return. */
const loanAndReturn = fc
  .uniqueArray(fc.nat(2 * 24 * 60), { minLength: 2, maxLength: 2 })
  .map((minutes) => minutes.toSorted((one, other) => one - other))
  .map((minutes) => minutes.map((minute) => Date.parse(noonOf(firstDay)) + minute * 60_000))
  .map((moments) => moments.map((moment) => new Date(moment).toISOString() as Instant))

describe.each(Object.keys(changesByStaff))('a copy that is %s', (what) => {
  it('stays so when an earlier loan and its return arrive, in any order', () => {
    fc.assert(
      fc.property(loanAndReturn, fc.nat(3), ([lentAt = noonOf(firstDay), backAt = lentAt], days) => {
        const at = `${addDays(days)(dayOf(backAt))}T21:59:00.000Z` as Instant
        fc.pre(at > backAt)
        const change = byStaff(what, at)
        const stateWithoutLoan = stateOf(arrive([change]) ?? [])
        const arrivals = arrivalsOf(lent(lentAt), returned(backAt), change)
        expect(arrivals.length).toBeGreaterThanOrEqual(4)
        const afterChange = arrivals.filter(({ first }) => first === change.name)
        expect(afterChange.map(({ events }) => stateOf(events))).toEqual([stateWithoutLoan, stateWithoutLoan])
        for (const { events } of arrivals) {
          expect(stateOf(events)._tag).toBe(stateWithoutLoan._tag)
          expect(openCaseOf(events)).toEqual([])
          expect(loansOf(events)).toEqual([{ borrower: anna, lentOn: dayOf(lentAt), endedOn: dayOf(backAt) }])
        }
      }),
      { numRuns: 15 },
    )
  })

  it('has one state when the loan was before that and the return a day later, in any order', () => {
    fc.assert(
      fc.property(loanAndReturn, ([lentAt = noonOf(firstDay)]) => {
        const at = `${dayOf(lentAt)}T21:59:00.000Z` as Instant
        fc.pre(at > lentAt)
        const backAt = noonOf(addDays(1)(dayOf(lentAt)))
        const arrivals = arrivalsOf(lent(lentAt), returned(backAt), byStaff(what, at)).filter(
          ({ first }) => first === 'changed by staff',
        )
        expect(arrivals).toHaveLength(2)
        const [one, other] = arrivals.map(({ events }) => [stateOf(events), loansOf(events), openCaseOf(events)])
        expect(one).toEqual(other)
      }),
      { numRuns: 15 },
    )
  })

  it('is against the same when the loan and its return were later, in any order', () => {
    fc.assert(
      fc.property(loanAndReturn, ([lentAt = noonOf(firstDay), backAt = lentAt]) => {
        const change = byStaff(what, noonOf(firstDay))
        const [loan, end] = [lent(onNextDay(lentAt)), returned(onNextDay(backAt))]
        const orders = [arrive([change, loan, end]), arrive([change, end, loan])]
        for (const events of orders) expect(openCaseOf(events ?? [])).toEqual(reasonsOfLaterLoan[what] ?? [])
      }),
      { numRuns: 15 },
    )
  })
})
