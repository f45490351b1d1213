import type { Day } from '../values/day'
import type { CopyId, SetAsideId } from '../values/ids'
import { followUpToCopy, type FollowUp } from '../reactions/follow-up'

/** A copy that is reserved when a day closes. */
export interface ReservedCopyAtClosing {
  readonly copy: CopyId
  readonly setAside: SetAsideId
  /** The latest day on which the set-aside can end. */
  readonly latestEnd: Day
}

/**
 * A copy is released on the latest day of its set-aside, when it was neither found nor scanned until then. The
 * reservation waits again.
 */
export const followUpsToReleaseExpiredSetAsides =
  (closing: Day) =>
  (reservedCopies: ReadonlyArray<ReservedCopyAtClosing>): ReadonlyArray<FollowUp> =>
    reservedCopies
      .filter(({ latestEnd }) => latestEnd <= closing)
      .map(({ copy, setAside }) => followUpToCopy(copy, { type: 'ReleaseSetAside', setAside }))
