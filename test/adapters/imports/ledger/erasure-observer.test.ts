import type { Day } from '../../../../domain/values/day'
import type { StoredLogEvent } from '../../../forensic/stored-events'
import { createErasureObserver } from './erasure-observer'

const event = (type: string, recorded: string, opened: Readonly<Record<string, unknown>>): StoredLogEvent =>
  ({ type, recorded, openPart: opened }) as StoredLogEvent

const lent = event('LoanStarted', '1919-12-01', { loan: 'a loan', lentOn: '1919-12-01' })
const returned = event('LoanReturned', '1919-12-20', { loan: 'a loan', returnedOn: '1919-12-20' })
const registered = event('BorrowerRegistered', '1919-11', {
  ...{ borrower: 'somebody', identity: 'who', preference: 'a choice', contact: 'where', card: 'a card' },
  registeredIn: '1919-11',
})
const seen = event('BorrowerSeen', '1920-03', { borrower: 'somebody', halfYear: '1920-H1' })
const erasureDue = (...scopes: ReadonlyArray<string>) =>
  event('ErasureDue', '1920-01-20', { scopes: scopes.map((scope) => ({ scope })) })

/** The deviations after some days of events. */
const deviationsAfter = (...days: ReadonlyArray<readonly [string, ...StoredLogEvent[]]>) => {
  const reader = createErasureObserver()
  for (const [over, ...events] of days) reader.observe(over as Day, events)
  return reader.deviations.map(({ what, midnight, of }) => `${midnight}: ${what}: ${of}`)
}

describe('an observer of both logs without a key', () => {
  it('accepts the erasure of a loan with the closing of the thirtieth day after its return', () => {
    expect(
      deviationsAfter(['1919-12-20', lent, returned], ['1920-01-18'], ['1920-01-19', erasureDue('a loan')]),
    ).toEqual([])
  })

  it('reports a loan that is erased a day late', () => {
    expect(
      deviationsAfter(['1919-12-20', lent, returned], ['1920-01-19'], ['1920-01-20', erasureDue('a loan')]),
    ).toEqual(['1920-01-19: overdue: a loan 1920-01-19'])
  })

  it('reports a loan that is erased a day early, and one that was never returned', () => {
    expect(deviationsAfter(['1919-12-20', lent, returned], ['1920-01-18', erasureDue('a loan')])).toEqual([
      '1920-01-18: too early: a loan 1920-01-19',
    ])
    expect(deviationsAfter(['1919-12-20', lent, erasureDue('a loan')])).toEqual(['1919-12-20: too early: a loan never'])
  })

  it('counts a borrower and the scopes under the borrower as due two years after the half-year of the last use', () => {
    const all = erasureDue('somebody', 'who', 'a choice', 'where', 'a card')
    expect(deviationsAfter(['1920-03-31', registered, seen], ['1922-05-31'], ['1922-06-30', all])).toEqual([])
    expect(deviationsAfter(['1919-11-30', registered], ['1921-12-31'])).toHaveLength(5)
    expect(deviationsAfter(['1920-03-31', registered, seen], ['1921-12-31', all])).toHaveLength(5)
  })
})
