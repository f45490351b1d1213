import type { SetAsideCopy } from '../../../domain/copy/commands/set-aside'
import type { CopyEvent } from '../../../domain/copy/copy-event'
import type { CopyCommand } from '../../../domain/copy/decide'
import { copyDecider } from '../../../domain/copy/decider'
import { CopyReady } from '../../../domain/copy/events/copy-ready'
import { CopySent } from '../../../domain/copy/events/copy-sent'
import { CopySetAside } from '../../../domain/copy/events/copy-set-aside'
import { SetAsideReleased } from '../../../domain/copy/events/set-aside-released'
import type { CopyRefusal } from '../../../domain/copy/refusal'
import { defaultPolicy } from '../../../domain/policy/policy'
import {
  annasLoan,
  billedToAnna,
  keptForAnna,
  readyAtHarbour,
  sentToHarbour,
  withdrawn,
} from '../../fixtures/copy-past'
import { forget } from '../../fixtures/forget'
import { given, stateAfter } from '../../fixtures/given'
import {
  acquired,
  anna,
  day,
  harbourBranch,
  mainLibrary,
  noon,
  reservationOf,
  setAsideOf,
  theCopy,
  theTitle,
} from '../../fixtures/library'

const copy = copyDecider(defaultPolicy)
const place = { copy: theCopy, title: theTitle, branch: mainLibrary }
const setAside: SetAsideCopy = {
  type: 'SetAside',
  setAside: setAsideOf(1),
  borrower: anna,
  reservation: reservationOf(1),
  pickUpBranch: harbourBranch,
  pickUpNumber: '000123',
  at: noon('2026-01-05'),
}
const arrive = { type: 'Arrive', branch: harbourBranch, pickUpNumber: '000123', at: noon('2026-01-07') } as const
const send = { type: 'Send', to: harbourBranch } as const
const release = { type: 'ReleaseSetAside', setAside: setAsideOf(1) } as const
const kept = [acquired(), keptForAnna]
const onItsWay = [...kept, sentToHarbour]
const ready = [...onItsWay, readyAtHarbour]
const lent = [acquired(), annasLoan()]
const forgotten = forget(new Set([setAsideOf(1)]))<CopyEvent>

describe('keeping a copy for a reservation', () => {
  it('sets aside a copy on the shelf, for sixty days at most whoever waits', () => {
    given(copy)(acquired()).when(setAside).thenHappens(keptForAnna)
  })

  it('has it ready at once where it is picked up at the branch it stands in', () => {
    const keptFor = { borrower: anna, reservation: reservationOf(1), pickUpBranch: mainLibrary }
    const { borrower, reservation } = keptFor
    given(copy)(acquired())
      .when({ ...setAside, pickUpBranch: mainLibrary })
      .thenHappens(
        CopySetAside({ ...place, setAside: setAsideOf(1), latestEnd: day('2026-03-06') }, { setAside: keptFor }),
        CopyReady(
          { ...place, setAside: setAsideOf(1) },
          { setAside: { borrower, reservation, pickUpNumber: '000123', pickUpBy: day('2026-01-12') } },
        ),
      )
  })

  it('sends it to the pick-up branch', () => {
    given(copy)(...kept)
      .when(send)
      .thenHappens(sentToHarbour)
  })

  it('sends it on from where it was ready when the pick-up branch has changed', () => {
    const back = CopySent({ setAside: setAsideOf(1), copy: theCopy, from: harbourBranch, to: mainLibrary }, {})
    given(copy)(...ready)
      .when({ type: 'Send', to: mainLibrary })
      .thenHappens(back)
    given(copy)(...ready, back)
      .when(arrive)
      .thenRefused({ _tag: 'NotThePickUpBranch' })
  })

  it('has it ready seven days from its arrival', () => {
    given(copy)(...onItsWay)
      .when(arrive)
      .thenHappens(readyAtHarbour)
  })

  it('moves the deadline off the closing days of the pick-up branch', () => {
    const closed = { weekdays: [3], yearly: [], days: [day('2026-01-15')] }
    const closingDays = { ...defaultPolicy.closingDays, branches: { [harbourBranch]: closed } }
    const [event] = given(copyDecider({ ...defaultPolicy, closingDays }))(...onItsWay)
      .when(arrive)
      .events()
    expect(event).toMatchObject({ sealed: { setAside: { value: { pickUpBy: '2026-01-16' } } } })
  })

  it.each<[string, ReadonlyArray<CopyEvent>, string]>([
    ['set aside', kept, mainLibrary],
    ['on its way', onItsWay, mainLibrary],
    ['ready', ready, harbourBranch],
    ['kept for somebody who is forgotten', forgotten(kept), mainLibrary],
  ])('releases a copy that is %s when the reservation has ended', (_what, past, branch) => {
    const events = given(copy)(...past)
      .when(release)
      .events()
    expect(events).toEqual([
      SetAsideReleased(
        { ...place, branch: branch as typeof mainLibrary, setAside: setAsideOf(1), because: 'reservation ended' },
        {},
      ),
    ])
    expect(stateAfter(copy)([...past, ...events])).toMatchObject({ _tag: 'OnShelf', branch })
  })

  it.each<[CopyRefusal['_tag'], CopyCommand, ReadonlyArray<CopyEvent>]>([
    ['CopyIsUnknown', setAside, []],
    ['CopyIsOnLoan', setAside, lent],
    ['CopyIsSetAside', setAside, kept],
    ['CopyIsInTransit', setAside, onItsWay],
    ['CopyIsReadyForPickUp', setAside, ready],
    ['CopyIsLost', setAside, [...lent, billedToAnna]],
    ['CopyIsWithdrawn', setAside, [acquired(), withdrawn]],
    ['CopyIsUnknown', send, []],
    ['CopyIsOnShelf', send, [acquired()]],
    ['CopyIsOnLoan', send, lent],
    ['ReservationIsForgotten', send, forgotten(kept)],
    ['CopyIsOnShelf', arrive, [acquired()]],
    ['CopyIsReadyForPickUp', arrive, ready],
    ['ReservationIsForgotten', arrive, forgotten(onItsWay)],
    ['NotThePickUpBranch', { ...arrive, branch: mainLibrary }, onItsWay],
    ['CopyIsOnShelf', release, [acquired()]],
    ['CopyIsOnLoan', release, lent],
    ['CopyIsKeptForAnother', { ...release, setAside: setAsideOf(2) }, kept],
  ])('is refused with %s: %j', (_tag, command, past) => {
    given(copy)(...past)
      .when(command)
      .thenRefused({ _tag } as CopyRefusal)
  })
})
