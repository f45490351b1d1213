import type { Day } from '../../../../domain/values/day'
import type { Stored } from '../../../forensic/stored'
import { counting } from './watching'

const event = (type: string, recorded: string, opened: Readonly<Record<string, unknown>>): Stored =>
  ({ type, recorded, opened }) as Stored

const lent = event('LoanStarted', '1919-12-01', { loan: 'a loan', lentOn: '1919-12-01' })
const returned = event('LoanReturned', '1919-12-20', { loan: 'a loan', returnedOn: '1919-12-20' })
const registered = event('BorrowerRegistered', '1919-11', {
  ...{ borrower: 'somebody', contact: 'where', card: 'a card', registeredIn: '1919-11' },
})
const seen = event('BorrowerSeen', '1920-03', { borrower: 'somebody', halfYear: '1920-H1' })
const forgotten = (...scopes: ReadonlyArray<string>) =>
  event('ErasureDue', '1920-01-20', { scopes: scopes.map((scope) => ({ scope })) })

/** What an independent reader says after taking some events, each lot by a midnight. */
const saidOf = (...days: ReadonlyArray<readonly [string, ...Stored[]]>) => {
  const reader = counting()
  for (const [over, ...events] of days) reader.take(over as Day, events)
  return reader.amiss.map(({ what, midnight, of }) => `${midnight}: ${what}: ${of}`)
}

describe('who reads both logs without a key', () => {
  it('is content when a loan is forgotten with the closing of the thirtieth day after its return', () => {
    expect(saidOf(['1919-12-20', lent, returned], ['1920-01-18'], ['1920-01-19', forgotten('a loan')])).toEqual([])
  })

  it('sees a loan that is forgotten a day late', () => {
    expect(saidOf(['1919-12-20', lent, returned], ['1920-01-19'], ['1920-01-20', forgotten('a loan')])).toEqual([
      '1920-01-19: overdue: a loan 1920-01-19',
    ])
  })

  it('sees a loan that is forgotten a day early, and one that was never returned', () => {
    expect(saidOf(['1919-12-20', lent, returned], ['1920-01-18', forgotten('a loan')])).toEqual([
      '1920-01-18: too early: a loan 1920-01-19',
    ])
    expect(saidOf(['1919-12-20', lent, forgotten('a loan')])).toEqual(['1919-12-20: too early: a loan never'])
  })

  it('counts a borrower, with all that lives with them, as due two years after the half-year they were last seen in', () => {
    const all = forgotten('somebody', 'where', 'a card')
    expect(saidOf(['1920-03-31', registered, seen], ['1922-05-31'], ['1922-06-30', all])).toEqual([])
    expect(saidOf(['1919-11-30', registered], ['1921-12-31'])).toHaveLength(3)
    expect(saidOf(['1920-03-31', registered, seen], ['1921-12-31', all])).toHaveLength(3)
  })
})
