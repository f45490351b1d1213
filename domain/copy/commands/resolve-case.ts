import { either as E } from 'fp-ts'
import type { CopyId, LoanId, UnmatchedId } from '../../values/ids'
import type { DecideFromState } from '../decide-copy-from-state'
import { LoanCaseResolved } from '../events/loan-case-resolved'
import { UnmatchedActResolved } from '../events/unmatched-act-resolved'
import { refuseCopyCommand, refuseInCopyState } from '../copy-refusal'

/** Staff have resolved a case: of a loan, or of an act that was not run. */
export interface ResolveCase {
  readonly type: 'ResolveCase'
  readonly copy: CopyId
  readonly resolved: { readonly loan: LoanId } | { readonly unmatched: UnmatchedId }
  readonly isOpen: boolean
}

/**
 * A loan is refused for a copy that the library does not know: it can have none. An act of such a copy is a case. The use
 * case finds the case first.
 */
export const decideResolveOfflineCase =
  ({ copy, resolved, isOpen }: ResolveCase): DecideFromState =>
  (state) => {
    if (!isOpen) return refuseCopyCommand({ _tag: 'CaseIsUnknown' })
    if ('unmatched' in resolved) return E.right([UnmatchedActResolved({ ...resolved, copy }, {})])
    return state._tag === 'Unknown' ? refuseInCopyState(state) : E.right([LoanCaseResolved({ ...resolved, copy }, {})])
  }
