import { either as E } from 'fp-ts'
import type { BranchId } from '../../values/ids'
import { dayOf, type Instant } from '../../values/instant'
import type { Decision } from '../decision'
import { CopyFound } from '../events/copy-found'
import { CopyHandedIn } from '../events/copy-handed-in'
import { loanEnding } from '../loan-ending'
import { refuseAsItIs } from '../refusal'

/** Takes a copy back at a branch. */
export interface Return {
  readonly type: 'Return'
  readonly branch: BranchId
  readonly at: Instant
}

/**
 * "A return is never refused: not for a blocked borrower, not for a copy that is unlent or withdrawn." Only a copy
 * that the library does not know is not taken.
 */
export const takeBack =
  ({ branch, at }: Return): Decision =>
  (state) => {
    if (state._tag === 'Unknown') return refuseAsItIs(state)
    if (state._tag === 'OnLoan') return E.right([loanEnding(branch, at)(state)])
    const { copy, title } = state.item
    const day = dayOf(at)
    return E.right([
      state._tag === 'Lost'
        ? CopyFound({ copy, title, branch, foundOn: day }, {})
        : CopyHandedIn({ copy, title, branch, handedInOn: day }, {}),
    ])
  }
