import { isLent } from '../policy/loan-period'
import type { Policy } from '../policy/policy'
import { noHoldings, type TitleHoldings } from '../policy/title-holdings'
import type { CopyState, KnownCopy } from './state'

const kindOf =
  (policy: Policy) =>
  (state: KnownCopy): keyof TitleHoldings => {
    if (state._tag === 'Withdrawn') return 'withdrawn'
    if (state._tag === 'Lost') return 'lost'
    if (!isLent(policy.loanPeriods)(state.item.group)) return 'notLent'
    return policy.reservations.notReserved.includes(state.item.group) ? 'notReservable' : 'reservable'
  }

/** What the library holds of a title, counted from its copies. */
export const holdingsOf =
  (policy: Policy) =>
  (copies: ReadonlyArray<CopyState>): TitleHoldings =>
    copies.reduce<TitleHoldings>((holdings, state) => {
      if (state._tag === 'Unknown') return holdings
      const kind = kindOf(policy)(state)
      return { ...holdings, [kind]: holdings[kind] + 1 }
    }, noHoldings)
