import { either as E } from 'fp-ts'
import type { Decision } from '../decision'
import { CopyWithdrawn } from '../events/copy-withdrawn'
import { refuseAsItIs } from '../refusal'
import { releasing } from '../releasing'
import { isKept, type CopyState } from '../state'

/** Takes a copy out of the collection. */
export interface Withdraw {
  readonly type: 'Withdraw'
}

const isLent = (state: CopyState): boolean => state._tag === 'OnLoan' && state.details._tag === 'Plain'

/**
 * Refused while the copy is on loan. A copy kept for somebody is kept no longer. A loan that is forgotten holds nothing
 * back: nobody can be asked for the copy or billed for it, so it ends when the copy is handed in, or withdrawn.
 */
export const withdraw =
  (_command: Withdraw): Decision =>
  (state) => {
    if (state._tag === 'Unknown' || isLent(state) || state._tag === 'Withdrawn') return refuseAsItIs(state)
    const { copy, title } = state.item
    return E.right([
      ...(isKept(state) ? [releasing('copy gone', state.branch)(state)] : []),
      CopyWithdrawn({ copy, title }, {}),
    ])
  }
