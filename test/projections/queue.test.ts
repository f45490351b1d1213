import { CopyHandedIn } from '../../domain/copy/events/copy-handed-in'
import { CopyReady } from '../../domain/copy/events/copy-ready'
import { CopySent } from '../../domain/copy/events/copy-sent'
import { CopySetAside } from '../../domain/copy/events/copy-set-aside'
import { SetAsideReleased } from '../../domain/copy/events/set-aside-released'
import type { SetAsideId } from '../../domain/values/ids'
import { ReservationCancelled } from '../../domain/title/events/reservation-cancelled'
import { ReservationChanged } from '../../domain/title/events/reservation-changed'
import { ReservationNotReady } from '../../domain/title/events/reservation-not-ready'
import { ReservationReady } from '../../domain/title/events/reservation-ready'
import {
  queueForTitle,
  queueLengthOfTitle,
  queueNumberOfReservation,
  reservationById,
  reservationsExpiredBy,
} from '../../projections/queue/reservation-queries'
import {
  reservedCopiesOfBorrower,
  reservedCopyById,
  copiesOnPickUpShelf,
  copiesSetAsideAt,
} from '../../projections/queue/reserved-copy-queries'
import { numberedUuid } from '../fixtures/numbered-uuid'
import {
  ann,
  bo,
  copyIdOf,
  dayOfJanuary,
  lendingBranch,
  reservationIdOf,
  reservationMade,
  rowsAfterEvents,
  otherBranch,
  exampleTitle,
  asRecorded,
} from './example-events'

const three = [reservationMade(1, ann), reservationMade(2, bo), reservationMade(3, ann)]
const ready = ReservationReady(
  { reservation: reservationIdOf(1), title: exampleTitle },
  {
    reservation: {
      borrower: ann,
      copy: copyIdOf(1),
      pickUpBranch: otherBranch,
      pickUpNumber: '7',
      pickUpBy: dayOfJanuary(12),
    },
  },
)
const changed = (pickUpBranch: typeof otherBranch) =>
  ReservationChanged(
    { reservation: reservationIdOf(1), title: exampleTitle },
    { reservation: { borrower: ann, pickUpBranch, interestUntil: dayOfJanuary(25) } },
  )
const queue = (rows: Parameters<ReturnType<typeof queueForTitle>>[0]) =>
  queueForTitle(exampleTitle)(rows).map((r) => r.reservation)

describe('the queue for a title', () => {
  it('is in the order of reservation', () => {
    const rows = rowsAfterEvents(three)
    expect(queue(rows)).toEqual([1, 2, 3].map(reservationIdOf))
    expect(queueLengthOfTitle(exampleTitle)(rows)).toBe(3)
    expect(queueNumberOfReservation(reservationIdOf(3))(rows)).toBe(3)
  })

  it('has the reservation of an undone loan in front', () => {
    expect(queue(rowsAfterEvents([...three, reservationMade(4, bo, true), reservationMade(5, bo, true)]))).toEqual(
      [5, 4, 1, 2, 3].map(reservationIdOf),
    )
  })

  it('moves up when a reservation is cancelled', () => {
    const rows = rowsAfterEvents([
      ...three,
      ReservationCancelled({ reservation: reservationIdOf(1), title: exampleTitle }, {}),
    ])
    expect(queueNumberOfReservation(reservationIdOf(2))(rows)).toBe(1)
    expect(queueNumberOfReservation(reservationIdOf(1))(rows)).toBeUndefined()
  })

  it('does not count a reservation with a ready copy', () => {
    const rows = rowsAfterEvents([...three, ready])
    expect(queueNumberOfReservation(reservationIdOf(1))(rows)).toBeUndefined()
    expect(queueNumberOfReservation(reservationIdOf(2))(rows)).toBe(1)
  })

  it('makes a ready reservation wait again when its pick-up branch changes, and not when only the last day of interest changes', () => {
    const after = (branch: typeof otherBranch) =>
      reservationById(reservationIdOf(1))(rowsAfterEvents([...three, ready, changed(branch)]))
    expect(after(otherBranch)).toMatchObject({ copy: copyIdOf(1), interestUntil: dayOfJanuary(25) })
    expect(after(lendingBranch)).toMatchObject({ copy: null, pickUpNumber: null, pickUpBranch: lendingBranch })
  })

  it('makes a ready reservation wait again, first in the queue, when its copy is gone', () => {
    const gone = ReservationNotReady({ reservation: reservationIdOf(1), title: exampleTitle }, {})
    const rows = rowsAfterEvents([...three, ready, gone])
    expect(reservationById(reservationIdOf(1))(rows)).toMatchObject({ copy: null, pickUpNumber: null, pickUpBy: null })
    expect(queueNumberOfReservation(reservationIdOf(1))(rows)).toBe(1)
  })

  it('has expired reservations from the day after the last day of interest, or of pick-up when a copy is ready', () => {
    const rows = rowsAfterEvents([...three, ready])
    const out = (day: number) => reservationsExpiredBy(asRecorded)(dayOfJanuary(day))(rows).map((r) => r.reservation)
    expect(out(12)).toEqual([])
    expect(out(13)).toEqual([reservationIdOf(1)])
    expect(out(20)).toEqual([reservationIdOf(1)])
    expect(out(21)).toEqual([1, 2, 3].map(reservationIdOf))
  })
})

describe('the pick-up shelf', () => {
  const setAside = numberedUuid(700) as SetAsideId
  const copy = copyIdOf(1)
  const reservedFor = { borrower: ann, reservation: reservationIdOf(1) }
  const aside = CopySetAside(
    { setAside, copy, title: exampleTitle, branch: lendingBranch, latestEnd: dayOfJanuary(30) },
    { setAside: { ...reservedFor, pickUpBranch: otherBranch } },
  )
  const sent = CopySent({ setAside, copy, from: lendingBranch, to: otherBranch }, {})
  const onShelf = CopyReady(
    { setAside, copy, title: exampleTitle, branch: otherBranch },
    { setAside: { ...reservedFor, pickUpNumber: '7', pickUpBy: dayOfJanuary(12) } },
  )
  const handedIn = (branch: typeof otherBranch) =>
    CopyHandedIn({ copy, title: exampleTitle, branch, handedInOn: dayOfJanuary(9) }, {})
  const state = (...events: Parameters<typeof rowsAfterEvents>[0]) =>
    reservedCopyById(copy)(rowsAfterEvents(events))?.state

  it('has a ready copy, under its pick-up number', () => {
    expect(copiesSetAsideAt(lendingBranch)(rowsAfterEvents([aside])).map((row) => row.copy)).toEqual([copy])
    expect(copiesOnPickUpShelf(otherBranch)(rowsAfterEvents([aside, sent]))).toEqual([])
    expect(
      copiesOnPickUpShelf(otherBranch)(rowsAfterEvents([aside, sent, onShelf])).map((row) => row.pickUpNumber),
    ).toEqual(['7'])
    expect(reservedCopiesOfBorrower(ann)(rowsAfterEvents([aside])).map((row) => row.setAside)).toEqual([setAside])
  })

  it('has no copy for a reservation that has ended', () => {
    const released = { setAside, copy, title: exampleTitle, branch: otherBranch, because: 'reservation ended' as const }
    expect(state(aside, sent, onShelf, SetAsideReleased(released, {}))).toBeUndefined()
  })

  it('keeps a copy that is handed in at the branch where it is ready; any other branch sets it aside', () => {
    expect(state(aside, sent, onShelf, handedIn(otherBranch))).toBe('ready')
    expect(state(aside, sent, onShelf, handedIn(lendingBranch))).toBe('setAside')
    expect(state(aside, sent, handedIn(otherBranch))).toBe('setAside')
  })
})
