import type { BranchId, UnmatchedId } from '../values/ids'
import type { Instant } from '../values/instant'
import { UnlentReturnRecorded } from './events/unlent-return-recorded'
import type { KnownCopy } from './copy-state'

/** The event that keeps the moment of a return that ended no loan, for a loan that may still come. */
export const unlentReturnEvent =
  ({ unmatched, at, branch }: { readonly unmatched: UnmatchedId; readonly at: Instant; readonly branch: BranchId }) =>
  ({ item: { copy } }: KnownCopy): UnlentReturnRecorded =>
    UnlentReturnRecorded({ unmatched, copy }, { unmatched: { returnedAt: at, branch } })
