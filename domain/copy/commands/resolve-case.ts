import { either as E } from 'fp-ts'
import type { LoanId, UnmatchedId } from '../../values/ids'
import type { DecideFromState } from '../decide-from-state'
import { LoanCaseResolved } from '../events/loan-case-resolved'
import { UnmatchedActResolved } from '../events/unmatched-act-resolved'
import { refuseInState } from '../refusal'

/** Staff have resolved a case: of a loan, or of an act that was not run. */
export interface ResolveCase {
  readonly type: 'ResolveCase'
  readonly resolved: { readonly loan: LoanId } | { readonly unmatched: UnmatchedId }
}

/** Refused for an unknown copy. The use case finds the case first. */
export const decideResolveCase =
  ({ resolved }: ResolveCase): DecideFromState =>
  (state) => {
    if (state._tag === 'Unknown') return refuseInState(state)
    const { copy } = state.item
    return E.right([
      'loan' in resolved
        ? LoanCaseResolved({ ...resolved, copy }, {})
        : UnmatchedActResolved({ ...resolved, copy }, {}),
    ])
  }
