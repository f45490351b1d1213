import { either as E } from 'fp-ts'
import type { Decision } from '../decision'
import { CopyWithdrawn } from '../events/copy-withdrawn'
import { refuseAsItIs } from '../refusal'
import { releasing } from '../releasing'
import { isKept } from '../state'

/** Takes a copy out of the collection. */
export interface Withdraw {
  readonly type: 'Withdraw'
}

/** Refused while the copy is on loan. A copy kept for somebody is kept no longer. */
export const withdraw =
  (_command: Withdraw): Decision =>
  (state) => {
    if (state._tag === 'Unknown' || state._tag === 'OnLoan' || state._tag === 'Withdrawn') return refuseAsItIs(state)
    const { copy, title } = state.item
    return E.right([
      ...(isKept(state) ? [releasing('copy gone', state.branch)(state)] : []),
      CopyWithdrawn({ copy, title }, {}),
    ])
  }
