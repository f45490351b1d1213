import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import { noTitleHoldings } from '../../../domain/policy/title-holdings'
import type { ChangeReservation } from '../../../domain/title/commands/change-reservation'
import type { MakeReservationReady } from '../../../domain/title/commands/make-reservation-ready'
import type { RestoreReservation } from '../../../domain/title/commands/restore-reservation'
import type { ReserveTitle } from '../../../domain/title/commands/reserve-title'
import type { TitleCommand } from '../../../domain/title/decide-title-command'
import { titleDecider } from '../../../domain/title/title-decider'
import { ReservationCancelled } from '../../../domain/title/events/reservation-cancelled'
import { ReservationExpired } from '../../../domain/title/events/reservation-expired'
import { ReservationFulfilled } from '../../../domain/title/events/reservation-fulfilled'
import type { TitleRefusal } from '../../../domain/title/title-refusal'
import type { TitleEvent } from '../../../domain/title/title-event'
import { given, stateAfter } from '../../fixtures/given-when-then'
import {
  anna,
  bent,
  day,
  branchAtHarbour,
  mainBranch,
  noon,
  secondCopy,
  exampleStanding,
  firstCopy,
  statisticsScopeId,
} from '../../fixtures/example-library'
import { changedTo, counted, forgotten, made, named, notReady, ready } from './example-reservations'

const title = titleDecider(defaultLibraryPolicy)
const reserve: ReserveTitle = {
  ...{
    type: 'Reserve',
    ...named(1),
    statistics: statisticsScopeId,
    standing: exampleStanding(anna),
    holdings: { ...noTitleHoldings, reservable: 1 },
  },
  ...{ volume: null, pickUpBranch: undefined, interestUntil: undefined, at: noon('2026-01-05') },
}
const restore: RestoreReservation = {
  ...{
    type: 'ReserveAnew',
    ...named(1),
    borrower: anna,
    pickUpBranch: mainBranch,
    parallelTo: [],
    volume: null,
    at: noon('2026-01-05'),
  },
}
const change: ChangeReservation = {
  ...{ type: 'ChangeReservation', ...named(1), pickUpBranch: branchAtHarbour },
  ...{ interestUntil: day('2026-03-01'), at: noon('2026-02-01') },
}
const makeReady: MakeReservationReady = {
  ...{ type: 'MakeReady', ...named(1), copy: firstCopy, pickUpBranch: mainBranch },
  ...{ pickUpNumber: '000123', pickUpBy: day('2026-02-10') },
}
const makeWait = { type: 'MakeWaiting', ...named(1), copy: firstCopy } as const
const fulfil = { type: 'FulfilReservation', ...named(1) } as const
const cancel = { type: 'CancelReservation', ...named(1) } as const
const expire = (on: string) => ({ type: 'ExpireReservation', ...named(1), day: day(on) }) as const

describe('a reservation', () => {
  it('is made for 180 days and the home branch, and lasts at most a year', () => {
    given(title)().when(reserve).thenHappens(made(1), counted(1))
  })

  it('is made for the branch and the days that the borrower asks for', () => {
    given(title)()
      .when({ ...reserve, pickUpBranch: branchAtHarbour, interestUntil: day('2027-01-05') })
      .thenHappens(
        made(1, anna, { pickUpBranch: branchAtHarbour, interestUntil: day('2027-01-05') }),
        counted(1, branchAtHarbour),
      )
  })

  it('is restored at the front of the queue when a loan is undone', () => {
    given(title)(made(2, bent))
      .when(restore)
      .thenHappens(made(1, anna, { first: true }))
  })

  it('can change its pick-up branch and its interest period', () => {
    given(title)(made(1)).when(change).thenHappens(changedTo(branchAtHarbour, '2026-03-01'))
  })

  it('is not over while its ready copy is sent to another branch: interest lasts as long as a copy may be set aside', () => {
    const late = made(1, anna, { interestUntil: day('2026-02-02') })
    given(title)(late, ready)
      .when({ ...change, interestUntil: day('2026-02-02'), at: noon('2026-02-05') })
      .thenHappens(changedTo(branchAtHarbour, '2026-04-06'))
    given(title)(late, ready)
      .when({ ...change, pickUpBranch: mainBranch, interestUntil: day('2026-02-20'), at: noon('2026-02-05') })
      .thenHappens(changedTo(mainBranch, '2026-02-20'))
  })

  it('has no event when nothing changes', () => {
    given(title)(made(1))
      .when({ ...change, pickUpBranch: mainBranch, interestUntil: day('2026-07-04') })
      .thenHappens()
  })

  it('becomes ready, and is fulfilled, cancelled or expired', () => {
    given(title)(made(1)).when(makeReady).thenHappens(ready)
    given(title)(made(1), ready)
      .when(fulfil)
      .thenHappens(ReservationFulfilled(named(1), {}))
    given(title)(made(1))
      .when(cancel)
      .thenHappens(ReservationCancelled(named(1), {}))
  })

  it('waits again when the copy that stood ready is gone, and has no event when it waits or another copy is ready', () => {
    given(title)(made(1), ready).when(makeWait).thenHappens(notReady)
    given(title)(made(1)).when(makeWait).thenHappens()
    given(title)(made(1), ready)
      .when({ ...makeWait, copy: secondCopy })
      .thenHappens()
    expect(stateAfter(title)([made(1), ready, notReady])).toEqual(stateAfter(title)([made(1)]))
  })

  it('does not become ready at another branch than its pick-up branch', () => {
    given(title)(made(1), changedTo(branchAtHarbour, '2026-07-04')).when(makeReady).thenHappens()
  })

  const expired = ReservationExpired(named(1), {})
  it.each<[string, ReadonlyArray<TitleEvent>, string]>([
    ['the day after the interest ended', [made(1)], '2026-07-05'],
    ['the day after it could be picked up', [made(1), ready], '2026-02-11'],
    ['at any time once its borrower is erased', forgotten(made(1)), '2026-01-06'],
  ])('expires %s', (_when, past, on) => {
    given(title)(...past)
      .when(expire(on))
      .thenHappens(expired)
  })

  it.each<[TitleRefusal, TitleCommand, ReadonlyArray<TitleEvent>]>([
    [{ _tag: 'ReservationIsRefused', because: 'patron_not_found' }, { ...reserve, standing: undefined }, []],
    [{ _tag: 'ReservationIsRefused', because: 'already_reserved' }, reserve, [made(2)]],
    [{ _tag: 'ReservationIsRefused', because: 'already_reserved' }, restore, [made(2)]],
    [
      { _tag: 'ReservationIsRefused', because: 'no_reservable_materials' },
      { ...reserve, holdings: noTitleHoldings },
      [],
    ],
    [{ _tag: 'ReservationIsMadeAlready' }, reserve, [made(1)]],
    [{ _tag: 'ReservationIsMadeAlready' }, restore, [made(1)]],
    [{ _tag: 'InterestIsOver' }, { ...reserve, interestUntil: day('2026-01-04') }, []],
    [{ _tag: 'InterestIsTooLong', days: 365 }, { ...reserve, interestUntil: day('2027-01-06') }, []],
    [{ _tag: 'InterestIsOver' }, { ...change, interestUntil: day('2026-01-31') }, [made(1)]],
    [{ _tag: 'InterestIsTooLong', days: 365 }, { ...change, interestUntil: day('2027-01-06') }, [made(1)]],
    [{ _tag: 'ReservationIsUnknown' }, change, [made(2)]],
    [{ _tag: 'ReservationIsForgotten' }, change, forgotten(made(1))],
    [{ _tag: 'ReservationIsUnknown' }, makeReady, []],
    [{ _tag: 'ReservationIsForgotten' }, makeReady, forgotten(made(1))],
    [{ _tag: 'ReservationIsUnknown' }, makeWait, []],
    [{ _tag: 'ReservationIsUnknown' }, fulfil, []],
    [{ _tag: 'ReservationIsUnknown' }, cancel, [made(1), ReservationCancelled(named(1), {})]],
    [{ _tag: 'ReservationIsUnknown' }, expire('2026-07-05'), []],
    [{ _tag: 'ReservationRuns' }, expire('2026-07-04'), [made(1)]],
    [{ _tag: 'ReservationRuns' }, expire('2026-02-10'), [made(1), ready]],
  ])('is refused with %j: %j', (refusal, command, past) => {
    given(title)(...past)
      .when(command)
      .thenRefused(refusal)
  })
})
