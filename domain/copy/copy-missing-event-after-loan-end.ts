import type { Instant } from '../values/instant'
import { CopyMissing } from './events/copy-missing'
import type { CopyHistory } from './history/copy-history'
import { findChangeToMissingAfter } from './history/dated-copy-changes'
import type { KnownCopy } from './copy-state'

/**
 * The event after the end of a loan that was recorded when the copy was already missing, and ended before: the copy is
 * missing as before. None for any other loan.
 */
export const copyMissingEventAfterLoanEnd =
  ({ datedChanges }: CopyHistory, endedAt: Instant) =>
  ({ item: { copy, title } }: KnownCopy): ReadonlyArray<CopyMissing> => {
    const missing = findChangeToMissingAfter(endedAt)(datedChanges)
    return missing === undefined ? [] : [CopyMissing({ copy, title, branch: missing.branch, missedOn: missing.on }, {})]
  }
