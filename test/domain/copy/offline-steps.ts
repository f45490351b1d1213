import fc from 'fast-check'
import type { CopyEvent } from '../../../domain/copy/copy-event'
import { copyDecider } from '../../../domain/copy/copy-decider'
import { addToCopyHistory, emptyCopyHistory, type CopyHistory } from '../../../domain/copy/history/copy-history'
import type { CopyCommand } from '../../../domain/copy/decide-copy-command'
import type { EventMetadata } from '../../../domain/event/domain-event'
import { streamNameOf } from '../../../domain/event/stream'
import type { Position } from '../../../domain/ports/event-store'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import type { BorrowerId, CopyId, EventId, LoanId, UnmatchedId } from '../../../domain/values/ids'
import type { Instant } from '../../../domain/values/instant'
import {
  anna,
  bent,
  carl,
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
import { numberedUuid } from '../../fixtures/numbered-uuid'
import { rightOrThrow } from '../../fixtures/right-or-throw'

export const copies = copyDecider(defaultLibraryPolicy)
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

export type NumberedStep = OfflineStep & { readonly number: number }

const loanOf = (number: number): LoanId => numberedUuid(2_000 + number) as LoanId

export const historyOf = (events: ReadonlyArray<CopyEvent>): CopyHistory =>
  events
    .map((event, index) => ({ ...event, metadata: { ...metadata, revision: index } }))
    .reduce(addToCopyHistory, emptyCopyHistory)

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

/** The stream of each copy after the steps have arrived in this order, when something had happened to it before. */
export const streamsAfter = (
  arrivals: ReadonlyArray<NumberedStep>,
  before: (copy: CopyId) => ReadonlyArray<CopyEvent> = () => [],
): ReadonlyMap<CopyId, ReadonlyArray<CopyEvent>> => {
  const streams = new Map<CopyId, ReadonlyArray<CopyEvent>>(
    [firstCopy, secondCopy].map((copy) => [copy, [exampleCopyAcquired({ copy }), ...before(copy)]]),
  )
  for (const step of arrivals) {
    const copy = copyOf(step, arrivals)
    const events = streams.get(copy) ?? []
    const command = commandOf(historyOf(events), arrivals)(step)
    streams.set(copy, [...events, ...rightOrThrow(copies.decide(command)(stateAfter(copies)(events)))])
  }
  return streams
}

export const inOrderOfTime = (steps: ReadonlyArray<NumberedStep>): ReadonlyArray<NumberedStep> =>
  steps.toSorted((one, other) => (one.at < other.at ? -1 : 1))

/** The same steps, each renewal after its loan. */
export const withLoansFirst = (steps: ReadonlyArray<NumberedStep>): ReadonlyArray<NumberedStep> =>
  steps.reduce<ReadonlyArray<NumberedStep>>((placed, step) => {
    if (step.type !== 'renew') return [...placed, step]
    const loanAt = steps.findIndex(({ number }) => number === step.of)
    return loanAt > steps.indexOf(step) ? placed : [...placed, step]
  }, [])

export const spreadTimes = fc.uniqueArray(fc.nat(14 * 24 * 60 - 1), { minLength: 2, maxLength: 9 })
/** Minutes of which several steps share one. */
export const sharedTimes = fc.array(fc.constantFrom(1, 2, 3, 4), { minLength: 2, maxLength: 9 })

const instantAt = (minute: number): Instant =>
  new Date(Date.parse('2026-01-06T00:00:00.000Z') + minute * 60_000).toISOString() as Instant

export const stepsAt = (minutes: ReadonlyArray<number>): fc.Arbitrary<ReadonlyArray<NumberedStep>> =>
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

export const isPossible = (arrivals: ReadonlyArray<NumberedStep>): boolean =>
  withLoansFirst(arrivals).length === arrivals.length

/** Steps, and an order in which they can arrive. */
export const arrivalsAt = (times: fc.Arbitrary<ReadonlyArray<number>>): fc.Arbitrary<ReadonlyArray<NumberedStep>> =>
  times
    .chain(stepsAt)
    .chain((steps) => fc.shuffledSubarray([...steps], { minLength: steps.length }))
    .map(withLoansFirst)
