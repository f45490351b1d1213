import type { Day } from '../values/day'
import { isBorrowerOldEnough } from '../policy/age-rules'
import { isMaterialGroupLent, loanPeriod } from '../policy/loan-period'
import type { Policy } from '../policy/policy'
import type { BorrowerTraits } from '../policy/reservable-material'
import { noTitleHoldings, type TitleHoldings } from '../policy/title-holdings'
import { isVolumeServedBy, type Volume } from '../values/volume'
import type { CopyState, KnownCopy } from './copy-state'

const kindOf =
  (policy: Policy) =>
  (borrower: BorrowerTraits, lastDay: Day, wanted: Volume | null) =>
  (state: KnownCopy): keyof TitleHoldings => {
    const { group, ageLimit, volume } = state.item
    if (!isVolumeServedBy(volume)(wanted)) return 'ofOtherVolumes'
    if (state._tag === 'Withdrawn') return 'withdrawn'
    if (state._tag === 'Lost' || state._tag === 'Missing') return 'lost'
    if (!isMaterialGroupLent(policy.loanPeriods)(group)) return 'notLent'
    if (policy.reservations.notReserved.includes(group)) return 'notReservable'
    if (loanPeriod(policy.loanPeriods)(group, borrower.group) === undefined) return 'notLentToGroup'
    return isBorrowerOldEnough(ageLimit)(borrower.birthDate)(lastDay) ? 'reservable' : 'belowAgeLimit'
  }

/**
 * Counts the holdings of a title, for a borrower whose interest lasts until a day, from the states of its copies. A
 * borrower who comes of age by then can be served by a copy with an age limit.
 */
export const countCopiesOfTitleByReservability =
  (policy: Policy) =>
  (borrower: BorrowerTraits, lastDay: Day, wanted: Volume | null = null) =>
  (copies: ReadonlyArray<CopyState>): TitleHoldings =>
    copies.reduce<TitleHoldings>((holdings, state) => {
      if (state._tag === 'Unknown') return holdings
      const kind = kindOf(policy)(borrower, lastDay, wanted)(state)
      return { ...holdings, [kind]: holdings[kind] + 1 }
    }, noTitleHoldings)
