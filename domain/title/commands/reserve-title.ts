import { either as E } from 'fp-ts'
import { pipe } from 'fp-ts/function'
import { addDays, type Day } from '../../values/day'
import type { BranchId, ReservationId, StatisticsId, TitleId } from '../../values/ids'
import { textOfVolume, type Volume } from '../../values/volume'
import { dayOf, type Instant } from '../../values/instant'
import type { Policy } from '../../policy/policy'
import { ageClassOn } from '../../policy/age-rules'
import { checkRulesUnlessOverridden } from '../../policy/check-rules-unless-overridden'
import { overridableReservationRules } from '../../policy/reservation-rules'
import type { BorrowerStanding } from '../../policy/borrower-standing'
import { textOfRefusalOverride, type OverrideReason } from '../../policy/refusal-override'
import type { TitleHoldings } from '../../policy/title-holdings'
import type { DecideFromState } from '../decide-title-from-state'
import { ReservationCounted } from '../events/reservation-counted'
import { ReservationMade } from '../events/reservation-made'
import { checkReservationInterestPeriod } from '../check-reservation-interest-period'
import { textOfParallelTitles } from '../parallel-titles'
import { findQueuePlaceOfReservation, isBorrowerInQueue } from '../reservation-queue'
import { refuseTitleCommand, type TitleRefusal } from '../title-refusal'

/** Puts a borrower at the end of the queue for a title. */
export interface ReserveTitle {
  readonly type: 'Reserve'
  readonly reservation: ReservationId
  /** The scope of the statistics of a month that is not counted yet. */
  readonly statistics: StatisticsId
  readonly title: TitleId
  /** Read under the borrower's lock; undefined when no borrower has the id. */
  readonly standing: BorrowerStanding | undefined
  readonly holdings: TitleHoldings
  /** The wanted volume of a periodical; null for any. */
  readonly volume: Volume | null
  /** The home branch, when undefined. */
  readonly pickUpBranch: BranchId | undefined
  /** The policy's interest period, when undefined. */
  readonly interestUntil: Day | undefined
  readonly at: Instant
  /** Why staff go on in spite of a refusal; undefined when they do not. */
  readonly overrideReason?: OverrideReason | undefined
}

/** What the statistics count of a reservation that is made. */
const countReservation =
  (policy: Policy) =>
  (
    { reservation, statistics, title, at }: ReserveTitle,
    { group, municipality, birthDate }: BorrowerStanding,
    pickUpBranch: BranchId,
  ): ReservationCounted => {
    const ageClass = ageClassOn(policy.adultAge)(birthDate)(dayOf(at))
    return ReservationCounted(
      { reservation, statistics, title },
      { statistics: { pickUpBranch, borrowerGroup: group, municipality, ageClass } },
    )
  }

/** Refused with the first refusal of the rules of reservation that staff do not override. */
export const decideReserveTitle =
  (policy: Policy) =>
  (command: ReserveTitle): DecideFromState =>
  (state) => {
    const { reservation, title, standing, holdings, volume, interestUntil, at } = command
    if (standing === undefined) return refuseTitleCommand({ _tag: 'ReservationIsRefused', because: 'patron_not_found' })
    if (findQueuePlaceOfReservation(reservation)(state) !== undefined)
      return refuseTitleCommand({ _tag: 'ReservationIsMadeAlready' })
    const { borrower } = standing
    const pickUpBranch = command.pickUpBranch ?? standing.homeBranch
    const day = dayOf(at)
    const latestEnd = addDays(policy.reservations.interestAtMostDays)(day)
    return pipe(
      { policy, standing, title, holdings, volume, isWaitingAlready: isBorrowerInQueue(state, volume)(borrower) },
      checkRulesUnlessOverridden(overridableReservationRules)(command.overrideReason),
      E.mapLeft((refusal): TitleRefusal => ({ _tag: 'ReservationIsRefused', ...refusal })),
      E.bindTo('override'),
      E.bind('until', () =>
        checkReservationInterestPeriod(policy)(day, latestEnd)(
          interestUntil ?? addDays(policy.reservations.interestDays)(day),
        ),
      ),
      E.map(({ override, until }) => [
        ReservationMade(
          { reservation, title, latestEnd },
          {
            reservation: {
              ...{ borrower, pickUpBranch, interestUntil: until, madeAt: at, first: false },
              ...{ parallelTo: textOfParallelTitles([]), volume: textOfVolume(volume) },
              override: textOfRefusalOverride(override),
            },
          },
        ),
        countReservation(policy)(command, standing, pickUpBranch),
      ]),
    )
  }
