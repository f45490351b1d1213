import { CopyHandedIn } from '../../domain/copy/events/copy-handed-in'
import { CopyReady } from '../../domain/copy/events/copy-ready'
import { CopySent } from '../../domain/copy/events/copy-sent'
import { CopySetAside } from '../../domain/copy/events/copy-set-aside'
import { SetAsideReleased } from '../../domain/copy/events/set-aside-released'
import type { SetAsideId } from '../../domain/values/ids'
import { ReservationCancelled } from '../../domain/title/events/reservation-cancelled'
import { ReservationChanged } from '../../domain/title/events/reservation-changed'
import { ReservationReady } from '../../domain/title/events/reservation-ready'
import {
  queueFor,
  queueLength,
  queueNumber,
  reservationById,
  reservationsRunOut,
} from '../../projections/queue/queries'
import { keptCopiesOf, keptFor, pickUpShelf, setAsideAt } from '../../projections/queue/shelf'
import { uuid } from '../fixtures/uuid'
import { ann, bo, copyNo, january, main, reservationNo, reserved, rowsAfter, side, title } from './story'

const three = [reserved(1, ann), reserved(2, bo), reserved(3, ann)]
const ready = ReservationReady(
  { reservation: reservationNo(1), title },
  { reservation: { borrower: ann, copy: copyNo(1), pickUpBranch: side, pickUpNumber: '7', pickUpBy: january(12) } },
)
const changed = (pickUpBranch: typeof side) =>
  ReservationChanged(
    { reservation: reservationNo(1), title },
    { reservation: { borrower: ann, pickUpBranch, interestUntil: january(25) } },
  )
const queue = (rows: Parameters<ReturnType<typeof queueFor>>[0]) => queueFor(title)(rows).map((r) => r.reservation)

describe('the queue for a title', () => {
  it('stands in order of reserving', () => {
    const rows = rowsAfter(three)
    expect(queue(rows)).toEqual([1, 2, 3].map(reservationNo))
    expect(queueLength(title)(rows)).toBe(3)
    expect(queueNumber(reservationNo(3))(rows)).toBe(3)
  })

  it('lets the reservation of an undone loan stand in front', () => {
    expect(queue(rowsAfter([...three, reserved(4, bo, true), reserved(5, bo, true)]))).toEqual(
      [5, 4, 1, 2, 3].map(reservationNo),
    )
  })

  it('closes up when somebody leaves it', () => {
    const rows = rowsAfter([...three, ReservationCancelled({ reservation: reservationNo(1), title }, {})])
    expect(queueNumber(reservationNo(2))(rows)).toBe(1)
    expect(queueNumber(reservationNo(1))(rows)).toBeUndefined()
  })

  it('counts nobody who has a copy ready', () => {
    const rows = rowsAfter([...three, ready])
    expect(queueNumber(reservationNo(1))(rows)).toBeUndefined()
    expect(queueNumber(reservationNo(2))(rows)).toBe(1)
  })

  it('lets a reservation wait again when its pick-up branch changes, and not when only the interest does', () => {
    const after = (branch: typeof side) =>
      reservationById(reservationNo(1))(rowsAfter([...three, ready, changed(branch)]))
    expect(after(side)).toMatchObject({ copy: copyNo(1), interestUntil: january(25) })
    expect(after(main)).toMatchObject({ copy: null, pickUpNumber: null, pickUpBranch: main })
  })

  it('has run out the day after the last day of interest, or of pick-up once a copy is ready', () => {
    const rows = rowsAfter([...three, ready])
    const out = (day: number) => reservationsRunOut(january(day))(rows).map((r) => r.reservation)
    expect(out(12)).toEqual([])
    expect(out(13)).toEqual([reservationNo(1)])
    expect(out(20)).toEqual([reservationNo(1)])
    expect(out(21)).toEqual([1, 2, 3].map(reservationNo))
  })
})

describe('the pick-up shelf', () => {
  const setAside = uuid(700) as SetAsideId
  const copy = copyNo(1)
  const kept = { borrower: ann, reservation: reservationNo(1) }
  const aside = CopySetAside(
    { setAside, copy, title, branch: main, latestEnd: january(30) },
    { setAside: { ...kept, pickUpBranch: side } },
  )
  const sent = CopySent({ setAside, copy, from: main, to: side }, {})
  const onShelf = CopyReady(
    { setAside, copy, title, branch: side },
    { setAside: { ...kept, pickUpNumber: '7', pickUpBy: january(12) } },
  )
  const handedIn = (branch: typeof side) => CopyHandedIn({ copy, title, branch, handedInOn: january(9) }, {})
  const state = (...events: Parameters<typeof rowsAfter>[0]) => keptFor(copy)(rowsAfter(events))?.state

  it('holds a copy once it is ready, under its number', () => {
    expect(setAsideAt(main)(rowsAfter([aside])).map((one) => one.copy)).toEqual([copy])
    expect(pickUpShelf(side)(rowsAfter([aside, sent]))).toEqual([])
    expect(pickUpShelf(side)(rowsAfter([aside, sent, onShelf])).map((one) => one.pickUpNumber)).toEqual(['7'])
    expect(keptCopiesOf(ann)(rowsAfter([aside])).map((one) => one.setAside)).toEqual([setAside])
  })

  it('holds nothing for a reservation that has ended', () => {
    const released = { setAside, copy, title, branch: side, because: 'reservation ended' as const }
    expect(state(aside, sent, onShelf, SetAsideReleased(released, {}))).toBeUndefined()
  })

  it('keeps a copy that is handed in where it is ready, and sets it aside anywhere else', () => {
    expect(state(aside, sent, onShelf, handedIn(side))).toBe('ready')
    expect(state(aside, sent, onShelf, handedIn(main))).toBe('setAside')
    expect(state(aside, sent, handedIn(side))).toBe('setAside')
  })
})
