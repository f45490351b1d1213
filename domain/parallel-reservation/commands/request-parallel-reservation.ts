import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { ageClassOn } from '../../policy/age-rules'
import type { BorrowerStanding } from '../../policy/borrower-standing'
import type { Policy } from '../../policy/policy'
import { firstRefusal } from '../../policy/policy-rule'
import { reservationRules } from '../../policy/reservation-rules'
import type { TitleHoldings } from '../../policy/title-holdings'
import { checkReservationInterestPeriod } from '../../title/check-reservation-interest-period'
import { addDays, type Day } from '../../values/day'
import type { BranchId, ParallelReservationId, ReservationId, StatisticsId, TitleId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import type { DecideFromState } from '../decide-parallel-reservation-from-state'
import { ParallelReservationRequested } from '../events/parallel-reservation-requested'
import {
  refuseParallelReservation,
  type ParallelReservationRefusal,
  type RefusedTitle,
} from '../parallel-reservation-refusal'

/** A title of the request, as it was read under the borrower's lock. */
export interface TitleToReserve {
  readonly title: TitleId
  readonly reservation: ReservationId
  readonly holdings: TitleHoldings
  /** Whether the borrower is in the title's queue already. */
  readonly isWaitingAlready: boolean
}

/** Requests one of several titles for a borrower. */
export interface RequestParallelReservation {
  readonly type: 'RequestParallelReservation'
  readonly parallelReservation: ParallelReservationId
  /** Read under the borrower's lock; undefined when no borrower has the id. */
  readonly standing: BorrowerStanding | undefined
  /** In the order of the request. */
  readonly titles: ReadonlyArray<TitleToReserve>
  /** In the order in which the titles are reserved, which is random: it does not tell which of them was named first. */
  readonly shuffled: ReadonlyArray<TitleToReserve>
  readonly statistics: StatisticsId
  /** The home branch, when undefined. */
  readonly pickUpBranch: BranchId | undefined
  /** The policy's interest period, when undefined. */
  readonly interestUntil: Day | undefined
  readonly at: Instant
}

/** Days after which a request is erased, even if it was never completed. */
const longestRequestDays = 30

/** The titles that the rules refuse. Each title counts as a reservation of the borrower for those after it. */
const refusedTitles = (
  policy: Policy,
  standing: BorrowerStanding,
  titles: ReadonlyArray<TitleToReserve>,
): ReadonlyArray<RefusedTitle> =>
  titles.flatMap(({ title, holdings, isWaitingAlready }, index) => {
    const earlier = titles.slice(0, index).map((one) => ({ ...one, volume: null }))
    const reservations = [...standing.reservations, ...earlier]
    const checked = firstRefusal(reservationRules)({
      ...{ policy, title, holdings, isWaitingAlready, volume: null },
      standing: { ...standing, reservations },
    })
    return checked._tag === 'Left' ? [{ index, because: checked.left }] : []
  })

const checkTitles = (
  policy: Policy,
  standing: BorrowerStanding,
  titles: ReadonlyArray<TitleToReserve>,
): Either<ParallelReservationRefusal, void> => {
  const atMost = policy.reservations.parallelAtMost
  if (titles.length < 2) return refuseParallelReservation({ _tag: 'TooFewParallelTitles' })
  if (titles.length > atMost) return refuseParallelReservation({ _tag: 'TooManyParallelTitles', atMost })
  if (new Set(titles.map(({ title }) => title)).size < titles.length)
    return refuseParallelReservation({ _tag: 'ParallelTitleIsNamedTwice' })
  const refused = refusedTitles(policy, standing, titles)
  return refused.length > 0
    ? refuseParallelReservation({ _tag: 'ParallelTitlesAreRefused', titles: refused })
    : E.right(undefined)
}

const requestedEvent =
  (policy: Policy, standing: BorrowerStanding) =>
  ({ parallelReservation, shuffled, statistics, pickUpBranch, at }: RequestParallelReservation) =>
  (interestUntil: Day): ParallelReservationRequested => {
    const { borrower, group: borrowerGroup, municipality, birthDate, homeBranch } = standing
    const day = dayOf(at)
    return ParallelReservationRequested(
      { parallelReservation, latestEnd: addDays(longestRequestDays)(day) },
      {
        parallelReservation: {
          ...{ borrower, interestUntil, madeAt: at, statistics, borrowerGroup, municipality },
          titles: shuffled.map(({ title }) => title),
          reservations: shuffled.map(({ reservation }) => reservation),
          pickUpBranch: pickUpBranch ?? homeBranch,
          ageClass: ageClassOn(policy.adultAge)(birthDate)(day),
        },
      },
    )
  }

/**
 * All titles are reserved, or none: a borrower who wants one of several editions chooses again when one of them cannot be
 * had, and learns at once which, and why. A repeat is accepted and changes nothing.
 */
export const decideRequestParallelReservation =
  (policy: Policy) =>
  (command: RequestParallelReservation): DecideFromState =>
  (state) => {
    if (state._tag !== 'Unrequested') return E.right([])
    const { standing, titles, interestUntil, at } = command
    if (standing === undefined)
      return refuseParallelReservation({ _tag: 'ReservationIsRefused', because: 'patron_not_found' })
    const { interestDays, interestAtMostDays } = policy.reservations
    const day = dayOf(at)
    return pipe(
      checkTitles(policy, standing, titles),
      E.map(() => interestUntil ?? addDays(interestDays)(day)),
      E.chainW(checkReservationInterestPeriod(policy)(day, addDays(interestAtMostDays)(day))),
      E.map((until) => [requestedEvent(policy, standing)(command)(until)]),
      E.mapLeft((refusal) => refusal as ParallelReservationRefusal),
    )
  }
