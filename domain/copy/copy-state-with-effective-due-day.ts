import { makePlain } from '../event/plain-or-erased'
import { effectiveDeadline } from '../policy/effective-deadline'
import type { Policy } from '../policy/policy'
import type { CopyState } from './copy-state'

/**
 * The state by which commands are decided: with the due day that a running loan has by the closed days of its branch. What
 * a command records of the loan, such as its return, names this due day: closed days that are added later do not move it.
 */
export const copyStateWithEffectiveDueDay =
  (policy: Policy) =>
  (state: CopyState): CopyState => {
    if (state._tag !== 'OnLoan' || state.details._tag === 'Erased') return state
    const { dueOn: recorded } = state.details.value
    const dueOn = effectiveDeadline(policy)(state.branch)(recorded)
    return dueOn === recorded ? state : { ...state, details: makePlain({ ...state.details.value, dueOn }) }
  }
