import type { BorrowerCommand } from '../../../domain/borrower/decide'
import { borrowerDecider } from '../../../domain/borrower/decider'
import { BorrowerLapsed } from '../../../domain/borrower/events/borrower-lapsed'
import { BorrowerSeen } from '../../../domain/borrower/events/borrower-seen'
import { ErasureRequested } from '../../../domain/borrower/events/erasure-requested'
import type { HalfYear, Month } from '../../../domain/values/month'
import { kroner } from '../../../domain/values/ore'
import { holdingsOf, nothingHeld, type Holdings, type Obstacle } from '../../../domain/policy/holdings'
import { defaultPolicy } from '../../../domain/policy/policy'
import { annaRegistered } from '../../fixtures/borrowers'
import { given } from '../../fixtures/given'
import { anna, anotherTitle, day, loanOf, reservationOf, standingOf, theCopy, theTitle } from '../../fixtures/library'

const past = given(borrowerDecider(defaultPolicy))
const registered = past(annaRegistered('2024-03'))
const requested = ErasureRequested({ borrower: anna }, {})
const lapsed = BorrowerLapsed({ borrower: anna, lapsedIn: '2026-06' as Month }, {})

const request = (holdings: Holdings): BorrowerCommand => ({ type: 'RequestErasure', borrower: anna, holdings })
const lapse = (month: string, holdings = nothingHeld): BorrowerCommand => ({
  ...{ type: 'LapseBorrower', borrower: anna, month: month as Month, holdings },
})

const inTheWay: ReadonlyArray<readonly [Partial<Holdings>, Obstacle]> = [
  [{ loans: 2 }, { _tag: 'Loans', count: 2 }],
  [{ reservations: 1 }, { _tag: 'Reservations', count: 1 }],
  [{ setAsides: 1 }, { _tag: 'SetAsides', count: 1 }],
  [{ unfinishedPayments: 1 }, { _tag: 'UnfinishedPayments', count: 1 }],
  [{ owed: kroner(20) }, { _tag: 'Owed', ore: kroner(20) }],
]

describe('a request to be forgotten', () => {
  it('is granted when everything is returned and paid', () => {
    registered.when(request(nothingHeld)).thenHappens(requested)
  })

  it.each(inTheWay)('is refused while %j stands in the way, and says so', (held, obstacle) => {
    registered.when(request({ ...nothingHeld, ...held })).thenRefused({ _tag: 'HoldsOrOwes', obstacles: [obstacle] })
  })

  it('is told of all that stands in the way', () => {
    const standing = standingOf(anna, {
      owed: kroner(120),
      loans: [{ loan: loanOf(1), copy: theCopy, title: theTitle, dueOn: day('2026-04-01') }],
      reservations: [{ reservation: reservationOf(1), title: anotherTitle }],
    })
    registered.when(request(holdingsOf({ setAsides: 1, unfinishedPayments: 0 })(standing))).thenRefused({
      _tag: 'HoldsOrOwes',
      obstacles: [
        { _tag: 'Loans', count: 1 },
        { _tag: 'Reservations', count: 1 },
        { _tag: 'SetAsides', count: 1 },
        { _tag: 'Owed', ore: kroner(120) },
      ],
    })
  })

  it('is made once, and makes a stranger of the borrower', () => {
    const gone = past(annaRegistered(), requested)
    gone.when(request(nothingHeld)).thenHappens()
    gone.when(lapse('2028-06')).thenRefused({ _tag: 'BorrowerIsUnknown' })
  })

  it('is refused to somebody unknown', () => {
    past().when(request(nothingHeld)).thenRefused({ _tag: 'BorrowerIsUnknown' })
  })
})

describe('a borrower who does not use the library', () => {
  it('lapses two years after the half-year of registering', () => {
    registered.when(lapse('2026-05')).thenRefused({ _tag: 'StillWithinInactivityPeriod' })
    registered.when(lapse('2026-06')).thenHappens(lapsed)
  })

  it('lapses later when seen later', () => {
    const seen = past(annaRegistered('2024-03'), BorrowerSeen({ borrower: anna, halfYear: '2024-H2' as HalfYear }, {}))
    seen.when(lapse('2026-11')).thenRefused({ _tag: 'StillWithinInactivityPeriod' })
    expect(seen.when(lapse('2026-12')).events()).toHaveLength(1)
  })

  it.each(inTheWay)('does not lapse while %j', (held, obstacle) => {
    registered
      .when(lapse('2026-06', { ...nothingHeld, ...held }))
      .thenRefused({ _tag: 'HoldsOrOwes', obstacles: [obstacle] })
  })

  it('lapses once, and is a stranger then', () => {
    const gone = past(annaRegistered('2024-03'), lapsed)
    gone.when(lapse('2026-06')).thenHappens()
    gone.when(request(nothingHeld)).thenRefused({ _tag: 'BorrowerIsUnknown' })
  })
})
