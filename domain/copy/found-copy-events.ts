import type { Day } from '../values/day'
import type { BranchId } from '../values/ids'
import { CopyFound } from './events/copy-found'
import { CopyWithdrawn } from './events/copy-withdrawn'
import { lostLoanOf, type KnownCopy } from './copy-state'

/**
 * The events of a lost copy that is found; none when the copy is not lost. What was withdrawn after it was lost stays
 * withdrawn.
 */
export const foundCopyEvents =
  (branch: BranchId, foundOn: Day) =>
  (state: KnownCopy): ReadonlyArray<CopyFound | CopyWithdrawn> => {
    if (lostLoanOf(state) === undefined) return []
    const { copy, title } = state.item
    const found = CopyFound({ copy, title, branch, foundOn }, {})
    return state._tag === 'Withdrawn' ? [found, CopyWithdrawn({ copy, title }, {})] : [found]
  }
