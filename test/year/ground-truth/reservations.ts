import type { Day } from '../../../domain/values/day'
import type { ReservationId, TitleId } from '../../../domain/values/ids'
import type { GroundTruth, TrueLoan, TrueReservation } from './ground-truth'
import { endScope } from './scopes'

/** A reservation ends, and is forgotten at once. */
export const endReservation = (groundTruth: GroundTruth, reservation: ReservationId, day: Day): void => {
  groundTruth.reservations.delete(reservation)
  endScope(groundTruth, reservation, day)
}

/** Whether a loan fulfils a reservation that is made anew on the same day. */
const fulfilRestored = ({ restoredReservations }: GroundTruth, { borrower, title, volume }: TrueLoan): boolean => {
  const restored = restoredReservations.find(
    (one) => !one.isFulfilled && one.borrower === borrower && one.title === title && one.volume === volume,
  )
  if (restored !== undefined) restored.isFulfilled = true
  return restored !== undefined
}

const reservationsOf = (
  { reservations }: GroundTruth,
  { borrower }: Pick<TrueLoan, 'borrower'>,
): ReadonlyArray<TrueReservation> => [...reservations.values()].filter((one) => one.borrower === borrower)

/**
 * "Deleted when the material is lent to the borrower": whether a reservation was. Of a periodical it is that of the volume, or
 * else one for any. "The first fulfilled cancels the rest": the reservations parallel to the title end with the day.
 */
export const endReservationFulfilledBy = (groundTruth: GroundTruth, loan: TrueLoan, day: Day): boolean => {
  const mine = reservationsOf(groundTruth, loan)
  for (const other of mine) if (other.parallelTo.includes(loan.title)) other.lentInstead = loan.loan
  const ofTitle = mine.filter(({ title }) => title === loan.title).sort((a, b) => a.place - b.place)
  const fulfilled =
    ofTitle.find(({ volume }) => volume !== null && volume === loan.volume) ??
    ofTitle.find(({ volume }) => volume === null)
  if (fulfilled === undefined) return fulfilRestored(groundTruth, loan)
  endReservation(groundTruth, fulfilled.reservation, day)
  return true
}

/** The titles that a borrower wants instead of a title, as the other reservations say. */
const titlesParallelTo = (groundTruth: GroundTruth, loan: TrueLoan): ReadonlyArray<TitleId> => {
  const parallel = reservationsOf(groundTruth, loan).filter(({ parallelTo }) => parallelTo.includes(loan.title))
  const titles = new Set(parallel.flatMap(({ title, parallelTo }) => [title, ...parallelTo]))
  titles.delete(loan.title)
  return [...titles].sort()
}

/**
 * A loan is undone. "Its reservation is made anew at the front of the queue", to be picked up where the copy came back, and the
 * reservations parallel to it wait on.
 */
export const restoreReservationOf = (
  groundTruth: GroundTruth,
  loan: TrueLoan,
  isFulfilling: boolean,
  { pickUpBranch, interestUntil }: Pick<TrueReservation, 'pickUpBranch' | 'interestUntil'>,
): void => {
  const { borrower, title, volume } = loan
  for (const other of groundTruth.reservations.values()) if (other.lentInstead === loan.loan) other.lentInstead = null
  if (!isFulfilling) return
  groundTruth.restoredReservations.push({
    ...{ borrower, title, volume, pickUpBranch, interestUntil, pickUpBy: null, readyAt: null, lentInstead: null },
    isFulfilled: false,
    parallelTo: titlesParallelTo(groundTruth, loan),
  })
}

/** The queue of a title, the first to be served first. */
export const queueOf = (groundTruth: GroundTruth, title: TitleId): ReadonlyArray<TrueReservation> =>
  [...groundTruth.reservations.values()].filter((one) => one.title === title).sort((a, b) => a.place - b.place)
