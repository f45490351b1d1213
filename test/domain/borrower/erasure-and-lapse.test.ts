import type { BorrowerCommand } from '../../../domain/borrower/decide-borrower-command'
import { borrowerDecider } from '../../../domain/borrower/borrower-decider'
import { BorrowerLapsed } from '../../../domain/borrower/events/borrower-lapsed'
import { BorrowerSeen } from '../../../domain/borrower/events/borrower-seen'
import { ErasureAnnounced } from '../../../domain/borrower/events/erasure-announced'
import { ErasureRequested } from '../../../domain/borrower/events/erasure-requested'
import type { HalfYear, Month } from '../../../domain/values/month'
import { oreFromKroner } from '../../../domain/values/ore'
import {
  obligationsOf,
  noObligations,
  type BorrowerObligations,
  type ErasureObstacle,
} from '../../../domain/policy/borrower-obligations'
import type { BlockReason } from '../../../domain/policy/block-reason'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import { annaBlocked, annaRegistered } from '../../fixtures/example-borrowers'
import { given } from '../../fixtures/given-when-then'
import {
  anna,
  secondTitle,
  loanId,
  reservationId,
  exampleStanding,
  firstCopy,
  firstTitle,
} from '../../fixtures/example-library'

const past = given(borrowerDecider(defaultLibraryPolicy))
const registered = past(annaRegistered('2024-03'))
const requested = ErasureRequested({ borrower: anna }, {})
const lapsed = BorrowerLapsed({ borrower: anna, lapsedIn: '2026-06' as Month }, {})

const request = (obligations: BorrowerObligations): BorrowerCommand => ({
  type: 'RequestErasure',
  borrower: anna,
  obligations,
})
const lapse = (month: string, obligations = noObligations): BorrowerCommand => ({
  ...{ type: 'LapseBorrower', borrower: anna, month: month as Month, obligations },
})

const obstacleCases: ReadonlyArray<readonly [Partial<BorrowerObligations>, ErasureObstacle]> = [
  [{ loans: 2 }, { _tag: 'Loans', count: 2 }],
  [{ reservations: 1 }, { _tag: 'Reservations', count: 1 }],
  [{ setAsides: 1 }, { _tag: 'SetAsides', count: 1 }],
  [{ unfinishedPayments: 1 }, { _tag: 'UnfinishedPayments', count: 1 }],
  [{ unpaidReimbursements: 1 }, { _tag: 'UnpaidReimbursements', count: 1 }],
  [{ legalHolds: 1 }, { _tag: 'LegalHolds', count: 1 }],
  [{ explainedLegalHolds: 1 }, { _tag: 'ExplainedLegalHolds', count: 1 }],
  [{ owed: oreFromKroner(20) }, { _tag: 'Owed', ore: oreFromKroner(20) }],
]

describe('a request for erasure', () => {
  it('is granted when everything is returned and paid', () => {
    registered.when(request(noObligations)).thenHappens(requested)
  })

  it.each(obstacleCases)('is refused while there are %j, and names them', (obligation, obstacle) => {
    registered
      .when(request({ ...noObligations, ...obligation }))
      .thenRefused({ _tag: 'HoldsOrOwes', obstacles: [obstacle] })
  })

  it('names every obstacle', () => {
    const standing = exampleStanding(anna, {
      owed: oreFromKroner(120),
      loans: [{ loan: loanId(1), copy: firstCopy, title: firstTitle }],
      reservations: [{ reservation: reservationId(1), title: secondTitle, volume: null }],
    })
    registered
      .when(
        request(
          obligationsOf({
            setAsides: 1,
            unfinishedPayments: 0,
            unpaidReimbursements: 0,
            legalHolds: 0,
            explainedLegalHolds: 0,
          })(standing),
        ),
      )
      .thenRefused({
        _tag: 'HoldsOrOwes',
        obstacles: [
          { _tag: 'Loans', count: 1 },
          { _tag: 'Reservations', count: 1 },
          { _tag: 'SetAsides', count: 1 },
          { _tag: 'Owed', ore: oreFromKroner(120) },
        ],
      })
  })

  it('is granted once, and the borrower is then unknown', () => {
    const gone = past(annaRegistered(), requested)
    gone.when(request(noObligations)).thenHappens()
    gone.when(lapse('2028-06')).thenRefused({ _tag: 'BorrowerIsUnknown' })
  })

  it('is refused for an unknown borrower', () => {
    past().when(request(noObligations)).thenRefused({ _tag: 'BorrowerIsUnknown' })
  })
})

const announce = (month: string): BorrowerCommand => ({
  ...{ type: 'AnnounceErasure', borrower: anna, month: month as Month },
})
const announced = (announcedIn: string, lapsesIn: string) =>
  ErasureAnnounced({ borrower: anna, announcedIn: announcedIn as Month, lapsesIn: lapsesIn as Month }, {})
const seenIn = (halfYear: string) => BorrowerSeen({ borrower: anna, halfYear: halfYear as HalfYear }, {})

describe('an inactive borrower', () => {
  it('is told of the erasure a month before it, and once', () => {
    registered.when(announce('2026-04')).thenRefused({ _tag: 'StillWithinInactivityPeriod' })
    registered.when(announce('2026-05')).thenHappens(announced('2026-05', '2026-06'))
    past(annaRegistered('2024-03'), announced('2026-05', '2026-06')).when(announce('2026-06')).thenHappens()
  })

  it('lapses without waiting when the borrower has died, and not for another block', () => {
    const blockedFor = (reason: BlockReason) => past(annaRegistered('2024-03'), annaBlocked(1, reason))
    expect(blockedFor('D').when(lapse('2024-03')).events()).toMatchObject([{ type: 'BorrowerLapsed' }])
    blockedFor('O').when(lapse('2024-03')).thenRefused({ _tag: 'StillWithinInactivityPeriod' })
  })

  it('has the month of the notice also when nobody told them in time', () => {
    registered.when(announce('2026-06')).thenHappens(announced('2026-06', '2026-07'))
  })

  it('does not lapse before they are told, nor before the month that they were told', () => {
    registered.when(lapse('2026-06')).thenRefused({ _tag: 'StillWithinInactivityPeriod' })
    const warned = past(annaRegistered('2024-03'), announced('2026-05', '2026-06'))
    warned.when(lapse('2026-05')).thenRefused({ _tag: 'StillWithinInactivityPeriod' })
    warned.when(lapse('2026-06')).thenHappens(lapsed)
  })

  it('does not lapse when seen meanwhile, and is told again two years later', () => {
    const seen = past(annaRegistered('2024-03'), announced('2026-05', '2026-06'), seenIn('2026-H1'))
    seen.when(lapse('2026-06')).thenRefused({ _tag: 'StillWithinInactivityPeriod' })
    seen.when(announce('2026-06')).thenRefused({ _tag: 'StillWithinInactivityPeriod' })
    seen.when(announce('2028-05')).thenHappens(announced('2028-05', '2028-06'))
  })

  it.each(obstacleCases)('does not lapse while %j', (obligation, obstacle) => {
    past(annaRegistered('2024-03'), announced('2026-05', '2026-06'))
      .when(lapse('2026-06', { ...noObligations, ...obligation }))
      .thenRefused({ _tag: 'HoldsOrOwes', obstacles: [obstacle] })
  })

  it('lapses once, and is then unknown', () => {
    const gone = past(annaRegistered('2024-03'), lapsed)
    gone.when(lapse('2026-06')).thenHappens()
    gone.when(announce('2026-06')).thenRefused({ _tag: 'BorrowerIsUnknown' })
    gone.when(request(noObligations)).thenRefused({ _tag: 'BorrowerIsUnknown' })
  })
})
