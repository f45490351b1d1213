import { either as E } from 'fp-ts'
import { pipe } from 'fp-ts/function'
import { addDays, type Day } from '../../values/day'
import type { BranchId, ReservationId, TitleId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import type { Policy } from '../../policy/policy'
import { reservingRules } from '../../policy/reserving'
import { firstRefusal } from '../../policy/rule'
import type { Standing } from '../../policy/standing'
import type { TitleHoldings } from '../../policy/title-holdings'
import type { Decision } from '../decision'
import { ReservationMade } from '../events/reservation-made'
import { checkedInterest } from '../interest'
import { placeOf, waitsIn } from '../queue'
import { refuse, type TitleRefusal } from '../refusal'

/** Puts a borrower at the end of the queue for a title. */
export interface Reserve {
  readonly type: 'Reserve'
  readonly reservation: ReservationId
  readonly title: TitleId
  /** Read under the borrower's gate; undefined when nobody has that id. */
  readonly standing: Standing | undefined
  readonly holdings: TitleHoldings
  /** The home branch, when the borrower asks for no other. */
  readonly pickUpBranch: BranchId | undefined
  /** The policy's interest period, when the borrower asks for no other. */
  readonly interestUntil: Day | undefined
  readonly at: Instant
}

/** Refused with the first rule of reserving that stands against it. */
export const reserve =
  (policy: Policy) =>
  ({ reservation, title, standing, holdings, pickUpBranch, interestUntil, at }: Reserve): Decision =>
  (state) => {
    if (standing === undefined) return refuse({ _tag: 'ReservationIsRefused', because: 'patron_not_found' })
    if (placeOf(reservation)(state) !== undefined) return refuse({ _tag: 'ReservationIsMadeAlready' })
    const { borrower, homeBranch } = standing
    const day = dayOf(at)
    const latestEnd = addDays(policy.reservations.interestAtMostDays)(day)
    return pipe(
      { policy, standing, title, holdings, waitsAlready: waitsIn(state)(borrower) },
      firstRefusal(reservingRules),
      E.mapLeft((because): TitleRefusal => ({ _tag: 'ReservationIsRefused', because })),
      E.map(() => interestUntil ?? addDays(policy.reservations.interestDays)(day)),
      E.chain(checkedInterest(policy)(day, latestEnd)),
      E.map((until) => [
        ReservationMade(
          { reservation, title, latestEnd },
          {
            reservation: {
              borrower,
              pickUpBranch: pickUpBranch ?? homeBranch,
              interestUntil: until,
              madeAt: at,
              first: false,
            },
          },
        ),
      ]),
    )
  }
