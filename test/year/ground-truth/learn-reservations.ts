import { addDays, type Day } from '../../../domain/values/day'
import type * as Ids from '../../../domain/values/ids'
import { broken } from '../checks/broken-promise'
import type { OpenedEvent } from '../checks/read-logs'
import { pickUpDeadlineFrom } from './end-days'
import type { Learn, LearnedFacts } from './learned-facts'
import { addScope, endScope } from './scopes'

/** A copy is set aside for a reservation: what says so goes at once when it is lent or released. */
const learnSetAside: Learn = (groundTruth, { day }, { open, sealed }) => {
  const id = String(open['setAside'])
  const borrower = (sealed.setAside?.['borrower'] as Ids.BorrowerId | undefined) ?? null
  addScope(groundTruth, { id, class: 'setAside', borrower, lastDay: borrower === null ? day : null })
}

/** The reservation of an undone loan is made anew, at the front of the queue. */
const learnReservation: Learn = (groundTruth, facts, { open, sealed }) => {
  const reservation = open['reservation'] as Ids.ReservationId
  const { scopes, gone, restoredReservations, reservations } = groundTruth
  if (scopes.has(reservation) || gone.has(reservation)) return
  const borrowerOf = sealed.reservation?.['borrower']
  const at = restoredReservations.findIndex(
    ({ borrower, title }) => title === open['title'] && (borrowerOf === undefined || borrower === borrowerOf),
  )
  if (at === -1) return void facts.broken.push(broken('reservations', 'one that nobody made', reservation))
  const { isFulfilled, ...restored } = restoredReservations.splice(at, 1)[0]!
  const lastDay = isFulfilled ? facts.day : null
  addScope(groundTruth, { id: reservation, class: 'reservation', borrower: restored.borrower, lastDay })
  if (!isFulfilled) reservations.set(reservation, { ...restored, reservation, place: -(groundTruth.nextPlace += 1) })
}

/** The last day to pick up a copy that became ready today; of one that an offline machine took back, yesterday. */
const pickUpDeadlineOf = ({ day }: LearnedFacts, branch: Ids.BranchId, { sealed }: OpenedEvent): Day => {
  const ofYesterday = pickUpDeadlineFrom(branch)(addDays(-1)(day))
  return sealed.reservation?.['pickUpBy'] === ofYesterday ? ofYesterday : pickUpDeadlineFrom(branch)(day)
}

const learnReady: Learn = (groundTruth, facts, event) => {
  const id = event.open['reservation'] as Ids.ReservationId
  const reservation = groundTruth.reservations.get(id)
  if (reservation !== undefined) {
    const readyAt = event.sealed.reservation?.['pickUpBranch'] as Ids.BranchId
    Object.assign(reservation, { readyAt, pickUpBy: pickUpDeadlineOf(facts, readyAt, event) })
  }
  // The copy may have been picked up since, on the same day: the message was made all the same.
  const borrower = groundTruth.scopes.get(id)?.borrower
  if (borrower) facts.ready.push(borrower)
}

const learnNotReady: Learn = (groundTruth, _facts, { open }) => {
  const reservation = groundTruth.reservations.get(open['reservation'] as Ids.ReservationId)
  if (reservation !== undefined) Object.assign(reservation, { pickUpBy: null, readyAt: null })
}

/** A copy that waits at one branch is not ready for pick-up at another: it is sent there first. */
const learnChange: Learn = (groundTruth, facts, event) => {
  const { readyAt } = groundTruth.reservations.get(event.open['reservation'] as Ids.ReservationId) ?? {}
  if (event.sealed.reservation?.['pickUpBranch'] !== readyAt) learnNotReady(groundTruth, facts, event)
}

/** What the library does by itself for those who wait. */
export const reservationLearners: Readonly<Record<string, Learn>> = {
  CopySetAside: learnSetAside,
  CopyPutOnPullList: learnSetAside,
  SetAsideReleased: (groundTruth, { day }, { open }) => endScope(groundTruth, String(open['setAside']), day),
  ReservationMade: learnReservation,
  ReservationReady: learnReady,
  ReservationNotReady: learnNotReady,
  ReservationChanged: learnChange,
}
