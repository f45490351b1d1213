import { followUpToTitle } from '../../../domain/reactions/follow-up'
import { queueNumberInTitleState, findQueuePlaceOfReservation } from '../../../domain/title/reservation-queue'
import {
  anna,
  bent,
  branchAtHarbour,
  carl,
  day,
  firstCopy,
  firstTitle,
  reservationId,
  secondCopy,
} from '../../fixtures/example-library'
import { reservationsWithCopy, simulateAbsences, type LibraryWithAbsences } from './absence-steps'
import { acquireCommand, lendCommand, reserveCommand, takeBackCommand } from './circulation-commands'

const away = { from: day('2026-01-05'), until: day('2026-01-20') }

/** The only copy is lent to Carl; Anna waits for it, and Bent after her. */
const withQueue = () => {
  const simulated = simulateAbsences()
  const { library } = simulated
  library.execute(acquireCommand(firstCopy))
  library.execute(lendCommand(firstCopy, carl))
  library.execute(reserveCommand(1, anna))
  library.execute(reserveCommand(2, bent))
  return simulated
}

describe('a borrower in an absence period (fraværsperiode)', () => {
  it('"is skipped": a scanned copy is set aside for the next who is there', () => {
    const { library, setAbsence } = withQueue()
    setAbsence(anna, away)
    library.execute(takeBackCommand(firstCopy))
    expect(reservationsWithCopy(library)).toEqual([reservationId(2)])
  })

  it('"is skipped": a copy on the shelf goes on the pull list for the next who is there', () => {
    const { library, setAbsence } = withQueue()
    setAbsence(anna, away)
    library.execute(acquireCommand(secondCopy))
    expect(reservationsWithCopy(library)).toEqual([reservationId(2)])
    expect(library.copies().map(({ _tag }) => _tag)).toEqual(['OnLoan', 'OnPullList'])
  })

  it('"keeps the place", also when nobody else waits: the copy stays on the shelf', () => {
    const { library, setAbsence } = withQueue()
    setAbsence(anna, away)
    setAbsence(bent, { from: day('2026-01-05'), until: null })
    library.execute(takeBackCommand(firstCopy))
    expect(library.copies().map(({ _tag }) => _tag)).toEqual(['OnShelf'])
    expect([1, 2].map((n) => queueNumberInTitleState(reservationId(n))(library.title()))).toEqual([1, 2])
  })

  it('is served first after the last day of the period, by the closing of a day and not before', () => {
    const { library, setAbsence, moveTo } = withQueue()
    setAbsence(anna, away)
    setAbsence(bent, away)
    library.execute(takeBackCommand(firstCopy))
    expect(reservationsWithCopy(library)).toEqual([])
    const before = library.events.length
    moveTo(day('2026-01-20'))
    library.serveWaiting()
    expect(library.events).toHaveLength(before)
    moveTo(day('2026-01-21'))
    library.runReactions()
    expect(library.events).toHaveLength(before)
    library.serveWaiting()
    expect(reservationsWithCopy(library)).toEqual([reservationId(1)])
  })

  it('is served as before until the first day of the period', () => {
    const { library, setAbsence } = withQueue()
    setAbsence(anna, { from: day('2026-01-06'), until: null })
    library.execute(takeBackCommand(firstCopy))
    expect(reservationsWithCopy(library)).toEqual([reservationId(1)])
  })

  it('keeps a copy that is ready, with its deadline', () => {
    const { library, setAbsence } = withQueue()
    library.execute(takeBackCommand(firstCopy))
    const ready = findQueuePlaceOfReservation(reservationId(1))(library.title())
    expect(ready).toMatchObject({ _tag: 'Ready', copy: firstCopy })
    setAbsence(anna, away)
    library.serveWaiting()
    library.execute(acquireCommand(secondCopy))
    expect(findQueuePlaceOfReservation(reservationId(1))(library.title())).toEqual(ready)
  })

  it('keeps a copy that was set aside before the period, on its way to the pick-up branch', () => {
    const simulated = simulateAbsences()
    const { library, setAbsence } = simulated
    library.execute(acquireCommand(firstCopy, branchAtHarbour))
    library.execute(reserveCommand(1, anna))
    setAbsence(anna, away)
    library.execute(takeBackCommand(firstCopy, branchAtHarbour))
    library.execute(takeBackCommand(firstCopy))
    expect(library.copies()).toMatchObject([{ _tag: 'ReadyForPickUp' }])
  })
})

/** Anna waits first and Bent second; then the copy comes back. What is recorded of its return, open parts alone. */
const openPartsOfReturn = (prepare: (simulated: LibraryWithAbsences) => void, interestOfAnna = day('2026-06-05')) => {
  const simulated = simulateAbsences()
  const { library, moveTo } = simulated
  library.execute(acquireCommand(firstCopy))
  library.execute(lendCommand(firstCopy, carl))
  const reserve = { ...reserveCommand(1, anna).command, interestUntil: interestOfAnna }
  library.execute(followUpToTitle(firstTitle, reserve as never))
  library.execute(reserveCommand(2, bent))
  moveTo(day('2026-01-06'))
  prepare(simulated)
  const before = library.events.length
  library.execute(takeBackCommand(firstCopy))
  return library.events.slice(before).map(({ type, open }) => ({ type, open }))
}

describe('the log of circulation', () => {
  const absent = openPartsOfReturn(({ setAbsence }) => setAbsence(anna, away))

  it('has no event of the skipping, and names nobody who is skipped', () => {
    const types = absent.map(({ type }) => type)
    expect(types).toEqual(['LoanReturned', 'CopySetAside', 'CopyReady', 'ReservationReady'])
    expect(JSON.stringify(absent)).not.toContain(reservationId(1))
  })

  it('does not tell by its open parts why somebody is skipped: an absence reads like an interest that is over', () => {
    expect(absent).toEqual(openPartsOfReturn(() => undefined, day('2026-01-05')))
    expect(absent).not.toEqual(openPartsOfReturn(() => undefined))
  })
})
