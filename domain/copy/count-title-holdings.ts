import { isMaterialGroupLent } from '../policy/loan-period'
import type { Policy } from '../policy/policy'
import { noTitleHoldings, type TitleHoldings } from '../policy/title-holdings'
import type { CopyState, KnownCopy } from './state'

const kindOf =
  (policy: Policy) =>
  (state: KnownCopy): keyof TitleHoldings => {
    if (state._tag === 'Withdrawn') return 'withdrawn'
    if (state._tag === 'Lost' || state._tag === 'Missing') return 'lost'
    if (!isMaterialGroupLent(policy.loanPeriods)(state.item.group)) return 'notLent'
    return policy.reservations.notReserved.includes(state.item.group) ? 'notReservable' : 'reservable'
  }

/** Counts the holdings of a title from the states of its copies. */
export const countTitleHoldings =
  (policy: Policy) =>
  (copies: ReadonlyArray<CopyState>): TitleHoldings =>
    copies.reduce<TitleHoldings>((holdings, state) => {
      if (state._tag === 'Unknown') return holdings
      const kind = kindOf(policy)(state)
      return { ...holdings, [kind]: holdings[kind] + 1 }
    }, noTitleHoldings)
