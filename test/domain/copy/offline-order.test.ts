import fc from 'fast-check'
import { addDays } from '../../../domain/values/day'
import type { Instant } from '../../../domain/values/instant'
import { loansReadModel } from '../../../projections/loans/loans-read-model'
import { loansTable } from '../../../projections/loans/loans-table'
import { anna, bent, carl, day, firstCopy } from '../../fixtures/example-library'
import { stateAfter } from '../../fixtures/given-when-then'
import { inMemoryReadModels, withMetadataIn } from '../../fixtures/in-memory-read-models'
import { permutations } from '../../fixtures/permutations'
import {
  arrivalsAt,
  copies,
  inOrderOfTime,
  isPossible,
  sharedTimes,
  spreadTimes,
  streamsAfter,
  type NumberedStep,
} from './offline-steps'

/** What the library knows after the steps have arrived in this order: each copy, and each loan. */
const knownAfter = (arrivals: ReadonlyArray<NumberedStep>) => {
  const streams = streamsAfter(arrivals)
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

describe('what machines did while they were offline', () => {
  it.each([
    ['whatever the order of arrival', spreadTimes],
    ['also when several steps happened at one moment', sharedTimes],
  ])('gives the state of its order in time, %s', (_, times) => {
    fc.assert(
      fc.property(arrivalsAt(times), (arrivals) => {
        expect(knownAfter(arrivals)).toEqual(knownAfter(inOrderOfTime(arrivals)))
      }),
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
