import { ParallelReservationRequested } from '../parallel-reservation/events/parallel-reservation-requested'
import { followUpToParallelReservation, followUpToTitle, type FollowUp } from './follow-up'
import { defineReaction } from './reaction'

type Requested = Extract<ParallelReservationRequested['sealed']['parallelReservation'], { _tag: 'Plain' }>['value']

const reserveEach = ({ titles, reservations, madeAt: at, ...request }: Requested): ReadonlyArray<FollowUp> => {
  const { borrower, pickUpBranch, interestUntil, statistics, borrowerGroup, municipality, ageClass } = request
  const counted = { pickUpBranch, borrowerGroup, municipality, ageClass }
  return titles.flatMap((title, index) => {
    const reservation = reservations[index]
    const parallelTo = titles.filter((other) => other !== title)
    return reservation === undefined
      ? []
      : [
          followUpToTitle(title, {
            ...{ type: 'ReserveParallel', reservation, title, parallelTo, borrower, pickUpBranch, interestUntil, at },
            ...{ statistics, counted },
          }),
        ]
  })
}

/** A parallel reservation reserves each of its titles, then is completed. The follow-ups run in order. */
export const parallelReservationReservesTitles = defineReaction('a parallel reservation reserves its titles', {
  eventTypes: [ParallelReservationRequested],
  appliesTo: ({ sealed: { parallelReservation } }) => parallelReservation._tag === 'Plain',
  factNames: [],
  followUpsOf:
    () =>
    ({ open: { parallelReservation }, sealed: { parallelReservation: part } }) =>
      part._tag === 'Erased'
        ? []
        : [
            ...reserveEach(part.value),
            followUpToParallelReservation(parallelReservation, {
              type: 'CompleteParallelReservation',
              parallelReservation,
            }),
          ],
})
