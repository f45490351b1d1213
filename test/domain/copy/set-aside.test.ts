import type { SetAsideCopy } from '../../../domain/copy/commands/set-aside-copy'
import type { CopyEvent } from '../../../domain/copy/copy-event'
import type { CopyCommand } from '../../../domain/copy/decide-copy-command'
import { copyDecider } from '../../../domain/copy/copy-decider'
import { CopyHandedIn } from '../../../domain/copy/events/copy-handed-in'
import { CopyReady } from '../../../domain/copy/events/copy-ready'
import { CopyRedirected } from '../../../domain/copy/events/copy-redirected'
import { CopySent } from '../../../domain/copy/events/copy-sent'
import { CopySetAside } from '../../../domain/copy/events/copy-set-aside'
import { SetAsideReleased } from '../../../domain/copy/events/set-aside-released'
import type { CopyRefusal } from '../../../domain/copy/copy-refusal'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import {
  annasLoanStarted,
  annasCopyBilledAsLost,
  copySetAsideForAnna,
  copyReadyAtHarbour,
  copySentToHarbour,
  firstCopyWithdrawn,
} from '../../fixtures/example-copy-events'
import { withScopesErased } from '../../fixtures/erase-scopes'
import { given, stateAfter } from '../../fixtures/given-when-then'
import {
  exampleCopyAcquired,
  anna,
  day,
  branchAtHarbour,
  mainBranch,
  noon,
  reservationId,
  setAsideId,
  firstCopy,
  firstTitle,
} from '../../fixtures/example-library'

const copy = copyDecider(defaultLibraryPolicy)
const place = { copy: firstCopy, title: firstTitle, branch: mainBranch }
const setAside: SetAsideCopy = {
  type: 'SetAside',
  setAside: setAsideId(1),
  borrower: anna,
  reservation: reservationId(1),
  pickUpBranch: branchAtHarbour,
  pickUpNumber: '000123',
  at: noon('2026-01-05'),
}
const arrive = { type: 'Arrive', branch: branchAtHarbour, pickUpNumber: '000123', at: noon('2026-01-07') } as const
const send = { type: 'Send', to: branchAtHarbour } as const
const release = { type: 'ReleaseSetAside', setAside: setAsideId(1) } as const
const setAsideEvents = [exampleCopyAcquired(), copySetAsideForAnna]
const inTransitEvents = [...setAsideEvents, copySentToHarbour]
const handedInAtHarbour = CopyHandedIn(
  { copy: firstCopy, title: firstTitle, branch: branchAtHarbour, handedInOn: day('2026-01-07') },
  {},
)
const arrivedEvents = [...inTransitEvents, handedInAtHarbour]
const ready = [...arrivedEvents, copyReadyAtHarbour]
const lent = [exampleCopyAcquired(), annasLoanStarted()]
const forgotten = withScopesErased(new Set([setAsideId(1)]))<CopyEvent>

describe('setting a copy aside for a reservation', () => {
  it('takes an available copy, for at most sixty days', () => {
    given(copy)(exampleCopyAcquired()).when(setAside).thenHappens(copySetAsideForAnna)
  })

  it('makes it ready at once when it stands at its pick-up branch', () => {
    const reservedFor = { borrower: anna, reservation: reservationId(1), pickUpBranch: mainBranch }
    const { borrower, reservation } = reservedFor
    given(copy)(exampleCopyAcquired())
      .when({ ...setAside, pickUpBranch: mainBranch })
      .thenHappens(
        CopySetAside({ ...place, setAside: setAsideId(1), latestEnd: day('2026-03-06') }, { setAside: reservedFor }),
        CopyReady(
          { ...place, setAside: setAsideId(1) },
          { setAside: { borrower, reservation, pickUpNumber: '000123', pickUpBy: day('2026-01-12') } },
        ),
      )
  })

  it('sends it to the pick-up branch', () => {
    given(copy)(...setAsideEvents)
      .when(send)
      .thenHappens(copySentToHarbour)
  })

  it('sends a ready copy on when the pick-up branch has changed', () => {
    const back = CopySent({ setAside: setAsideId(1), copy: firstCopy, from: branchAtHarbour, to: mainBranch }, {})
    given(copy)(...ready)
      .when({ type: 'Send', to: mainBranch })
      .thenHappens(back)
  })

  it('has a ready copy fetched from the pick-up shelf when its reservation is to be picked up elsewhere', () => {
    const redirect = { type: 'Redirect', setAside: setAsideId(1), pickUpBranch: mainBranch } as const
    given(copy)(...ready)
      .when(redirect)
      .thenHappens(
        CopyRedirected(
          { ...place, branch: branchAtHarbour, setAside: setAsideId(1) },
          { setAside: { pickUpBranch: mainBranch } },
        ),
      )
    given(copy)(...arrivedEvents)
      .when(redirect)
      .thenRefused({ _tag: 'CopyIsSetAside' })
    given(copy)(...ready)
      .when({ ...redirect, setAside: setAsideId(2) })
      .thenRefused({ _tag: 'CopyIsKeptForAnother' })
    given(copy)(...forgotten(ready))
      .when(redirect)
      .thenRefused({ _tag: 'ReservationIsForgotten' })
  })

  it('makes it ready for seven days from the scan at its pick-up branch', () => {
    given(copy)(...arrivedEvents)
      .when(arrive)
      .thenHappens(copyReadyAtHarbour)
  })

  it('makes it ready at another branch when the reservation has moved there', () => {
    const [event] = given(copy)(...setAsideEvents)
      .when({ ...arrive, branch: mainBranch })
      .events()
    expect(event).toMatchObject({ type: 'CopyReady', open: { branch: mainBranch } })
  })

  it('leaves it in transit when it is released there, until it is scanned', () => {
    const released = SetAsideReleased({ ...place, setAside: setAsideId(1), because: 'reservation ended' }, {})
    const state = stateAfter(copy)([...inTransitEvents, released])
    expect(state).toMatchObject({ _tag: 'ReleasedInTransit', to: branchAtHarbour })
    expect(stateAfter(copy)([...inTransitEvents, released, handedInAtHarbour])).toMatchObject({
      ...{ _tag: 'OnShelf', branch: branchAtHarbour },
    })
  })

  it('moves the pick-up deadline to an open day of the branch', () => {
    const closed = { weekdays: [3], yearly: [], days: [day('2026-01-15')], periods: [] }
    const closingDays = { ...defaultLibraryPolicy.closedDays, branches: { [branchAtHarbour]: closed } }
    const [event] = given(copyDecider({ ...defaultLibraryPolicy, closedDays: closingDays }))(...arrivedEvents)
      .when(arrive)
      .events()
    expect(event).toMatchObject({ sealed: { setAside: { value: { pickUpBy: '2026-01-16' } } } })
  })

  it.each<[string, ReadonlyArray<CopyEvent>, string]>([
    ['set aside', setAsideEvents, mainBranch],
    ['in transit', inTransitEvents, mainBranch],
    ['ready', ready, branchAtHarbour],
    ['reserved for an erased borrower', forgotten(setAsideEvents), mainBranch],
  ])('releases a copy that is %s when the reservation has ended', (_what, past, branch) => {
    const events = given(copy)(...past)
      .when(release)
      .events()
    expect(events).toEqual([
      SetAsideReleased(
        { ...place, branch: branch as typeof mainBranch, setAside: setAsideId(1), because: 'reservation ended' },
        {},
      ),
    ])
    const _tag = _what === 'in transit' ? 'ReleasedInTransit' : 'OnShelf'
    expect(stateAfter(copy)([...past, ...events])).toMatchObject({ _tag, branch })
  })

  it.each<[CopyRefusal['_tag'], CopyCommand, ReadonlyArray<CopyEvent>]>([
    ['CopyIsUnknown', setAside, []],
    ['CopyIsOnLoan', setAside, lent],
    ['CopyIsSetAside', setAside, setAsideEvents],
    ['CopyIsInTransit', setAside, inTransitEvents],
    ['CopyIsReadyForPickUp', setAside, ready],
    ['CopyIsLost', setAside, [...lent, annasCopyBilledAsLost]],
    ['CopyIsWithdrawn', setAside, [exampleCopyAcquired(), firstCopyWithdrawn]],
    ['CopyIsUnknown', send, []],
    ['CopyIsOnShelf', send, [exampleCopyAcquired()]],
    ['CopyIsOnLoan', send, lent],
    ['ReservationIsForgotten', send, forgotten(setAsideEvents)],
    ['CopyIsOnShelf', arrive, [exampleCopyAcquired()]],
    ['CopyIsReadyForPickUp', arrive, ready],
    ['CopyIsInTransit', arrive, inTransitEvents],
    ['ReservationIsForgotten', arrive, forgotten(arrivedEvents)],
    ['NotThePickUpBranch', { ...arrive, branch: mainBranch }, arrivedEvents],
    ['CopyIsOnShelf', release, [exampleCopyAcquired()]],
    ['CopyIsOnLoan', release, lent],
    ['CopyIsKeptForAnother', { ...release, setAside: setAsideId(2) }, setAsideEvents],
  ])('is refused with %s: %j', (_tag, command, past) => {
    given(copy)(...past)
      .when(command)
      .thenRefused({ _tag } as CopyRefusal)
  })
})
