import fc from 'fast-check'
import type { CopyEvent } from '../../../domain/copy/copy-event'
import { copyDecider } from '../../../domain/copy/decider'
import { addToHistory, emptyHistory, type CopyHistory } from '../../../domain/copy/history/copy-history'
import type { CopyCommand } from '../../../domain/copy/decide'
import type { EventMetadata } from '../../../domain/event/domain-event'
import { streamNameOf } from '../../../domain/event/stream'
import type { Position } from '../../../domain/ports/event-store'
import { defaultPolicy } from '../../../domain/policy/policy'
import { addDays } from '../../../domain/values/day'
import type { BorrowerId, CopyId, EventId, LoanId, UnmatchedId } from '../../../domain/values/ids'
import type { Instant } from '../../../domain/values/instant'
import { loansReadModel } from '../../../projections/loans/loans-read-model'
import { loansTable } from '../../../projections/loans/loans-table'
import {
  anna,
  bent,
  carl,
  day,
  exampleCopyAcquired,
  exampleStanding,
  firstCopy,
  mainBranch,
  secondCopy,
  statisticsScopeId,
} from '../../fixtures/example-library'
import { stateAfter } from '../../fixtures/given-when-then'
import {
  offlineLoanOfFirstCopy,
  offlineRenewalOfFirstCopy,
  offlineReturnOfFirstCopy,
} from '../../fixtures/offline-commands'
import { inMemoryReadModels, withMetadataIn } from '../../fixtures/in-memory-read-models'
import { numberedUuid } from '../../fixtures/numbered-uuid'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { permutations } from '../../fixtures/permutations'

const copies = copyDecider(defaultPolicy)
const metadata: EventMetadata = {
  log: 'circulation',
  stream: streamNameOf('copy')(firstCopy),
  ...{ revision: 0, position: '' as Position, id: numberedUuid(1) as EventId, recorded: '2026-01-20' },
}

/** Something that a machine did while it was offline. A renewal names its loan, so it cannot come before it. */
type OfflineStep =
  | { readonly type: 'lend'; readonly copy: CopyId; readonly borrower: BorrowerId; readonly at: Instant }
  | { readonly type: 'return'; readonly copy: CopyId; readonly at: Instant }
  | { readonly type: 'renew'; readonly of: number; readonly at: Instant }

type NumberedStep = OfflineStep & { readonly number: number }

const loanOf = (number: number): LoanId => numberedUuid(2_000 + number) as LoanId

const historyOf = (events: ReadonlyArray<CopyEvent>): CopyHistory =>
  events
    .map((event, index) => ({ ...event, metadata: { ...metadata, revision: index } }))
    .reduce(addToHistory, emptyHistory)

const commandOf =
  (history: CopyHistory, steps: ReadonlyArray<NumberedStep>) =>
  (step: NumberedStep): CopyCommand => {
    const { number, at } = step
    switch (step.type) {
      case 'lend':
        return {
          ...{ ...offlineLoanOfFirstCopy, loan: loanOf(number), statistics: statisticsScopeId },
          ...{ standing: exampleStanding(step.borrower), branch: mainBranch, at, history },
        }
      case 'return':
        return {
          ...{ ...offlineReturnOfFirstCopy, unmatched: numberedUuid(3_000 + number) as UnmatchedId },
          ...{ branch: mainBranch, at, history },
        }
      case 'renew': {
        const lent = steps.find((one) => one.number === step.of)
        const standing = exampleStanding(lent?.type === 'lend' ? lent.borrower : anna)
        return { ...offlineRenewalOfFirstCopy, loan: loanOf(step.of), standing, othersWaiting: 0, at, history }
      }
    }
  }

const copyOf = (step: NumberedStep, steps: ReadonlyArray<NumberedStep>): CopyId => {
  const named = step.type === 'renew' ? steps.find((one) => one.number === step.of) : step
  return named !== undefined && named.type !== 'renew' ? named.copy : firstCopy
}

/** What the library knows after the steps have arrived in this order: each copy, and each loan. */
const knownAfter = (arrivals: ReadonlyArray<NumberedStep>) => {
  const streams = new Map<CopyId, ReadonlyArray<CopyEvent>>(
    [firstCopy, secondCopy].map((copy) => [copy, [exampleCopyAcquired({ copy })]]),
  )
  for (const step of arrivals) {
    const copy = copyOf(step, arrivals)
    const events = streams.get(copy) ?? []
    const command = commandOf(historyOf(events), arrivals)(step)
    streams.set(copy, [...events, ...rightOrThrow(copies.decide(command)(stateAfter(copies)(events)))])
  }
  const models = inMemoryReadModels([loansReadModel])
  models.foldEvents(withMetadataIn('circulation')([...streams.values()].flat()))
  return {
    copies: [...streams].map(([copy, events]) => {
      const state = stateAfter(copies)(events)
      return [copy, state._tag, state._tag === 'OnLoan' ? [state.loan, state.details] : []]
    }),
    loans: models.rows
      .find(loansTable, { orderBy: ['loan'] })
      .map(({ loan, borrower, copy, lentOn, dueOn, endedOn }) => ({ loan, borrower, copy, lentOn, dueOn, endedOn })),
  }
}

const inOrderOfTime = (steps: ReadonlyArray<NumberedStep>): ReadonlyArray<NumberedStep> =>
  steps.toSorted((one, other) => (one.at < other.at ? -1 : 1))

/** The same steps, each renewal after its loan. */
const withLoansFirst = (steps: ReadonlyArray<NumberedStep>): ReadonlyArray<NumberedStep> =>
  steps.reduce<ReadonlyArray<NumberedStep>>((placed, step) => {
    if (step.type !== 'renew') return [...placed, step]
    const loanAt = steps.findIndex(({ number }) => number === step.of)
    return loanAt > steps.indexOf(step) ? placed : [...placed, step]
  }, [])

const spreadTimes = fc.uniqueArray(fc.nat(14 * 24 * 60 - 1), { minLength: 2, maxLength: 9 })
/** Minutes of which several steps share one. */
const sharedTimes = fc.array(fc.constantFrom(1, 2, 3, 4), { minLength: 2, maxLength: 9 })

const instantAt = (minute: number): Instant =>
  new Date(Date.parse('2026-01-06T00:00:00.000Z') + minute * 60_000).toISOString() as Instant

const stepsAt = (minutes: ReadonlyArray<number>): fc.Arbitrary<ReadonlyArray<NumberedStep>> =>
  fc
    .tuple(
      ...minutes.map((minute, number) =>
        fc.record({
          type: fc.constantFrom('lend' as const, 'lend' as const, 'return' as const, 'renew' as const),
          copy: fc.constantFrom(firstCopy, firstCopy, secondCopy),
          borrower: fc.constantFrom(anna, bent, carl),
          of: fc.nat(minutes.length - 1),
          at: fc.constant(instantAt(minute)),
          number: fc.constant(number),
        }),
      ),
    )
    .map((steps): ReadonlyArray<NumberedStep> =>
      steps.flatMap((step): ReadonlyArray<NumberedStep> => {
        const loan = steps[step.of]
        const { type, at, number, copy, borrower, of } = step
        if (type === 'lend') return [{ type, copy, borrower, at, number }]
        if (type === 'return') return [{ type, copy, at, number }]
        return loan?.type === 'lend' && loan.at < at ? [{ type, of, at, number }] : []
      }),
    )

const isPossible = (arrivals: ReadonlyArray<NumberedStep>): boolean =>
  withLoansFirst(arrivals).length === arrivals.length

describe('what machines did while they were offline', () => {
  it.each([
    ['whatever the order of arrival', spreadTimes],
    ['also when several steps happened at one moment', sharedTimes],
  ])('gives the state of its order in time, %s', (_, times) => {
    fc.assert(
      fc.property(
        times.chain(stepsAt).chain((steps) =>
          fc.record({
            steps: fc.constant(steps),
            arrivals: fc.shuffledSubarray([...steps], { minLength: steps.length }),
          }),
        ),
        ({ arrivals }) => {
          const possible = withLoansFirst(arrivals)
          expect(knownAfter(possible)).toEqual(knownAfter(inOrderOfTime(possible)))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('gives the state of its order in time in every order of arrival of five steps', () => {
    const at = (on: string, hour: string): Instant => `2026-01-${on}T${hour}:00:00.000Z` as Instant
    const steps: ReadonlyArray<NumberedStep> = [
      { type: 'lend', copy: firstCopy, borrower: anna, at: at('06', '09'), number: 0 },
      { type: 'renew', of: 0, at: at('07', '09'), number: 1 },
      { type: 'lend', copy: firstCopy, borrower: bent, at: at('08', '09'), number: 2 },
      { type: 'return', copy: firstCopy, at: at('09', '14'), number: 3 },
      { type: 'lend', copy: firstCopy, borrower: carl, at: at('10', '09'), number: 4 },
    ]
    const expected = knownAfter(steps)
    expect(expected.loans.map(({ endedOn }) => endedOn)).toEqual(['2026-01-08', '2026-01-09', null])
    const orders = permutations(steps).filter(isPossible)
    expect(orders.length).toBe(60)
    for (const arrivals of orders) expect(knownAfter(arrivals)).toEqual(expected)
  })

  it('counts the due day from the day of the loan and of its renewal', () => {
    const at = '2026-01-06T09:00:00.000Z' as Instant
    const renewedAt = '2026-01-08T09:00:00.000Z' as Instant
    const { loans } = knownAfter([
      { type: 'lend', copy: firstCopy, borrower: anna, at, number: 0 },
      { type: 'renew', of: 0, at: renewedAt, number: 1 },
    ])
    expect(loans).toMatchObject([{ lentOn: '2026-01-06', dueOn: addDays(30)(day('2026-01-08')) }])
  })
})
