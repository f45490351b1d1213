import type { AnnounceErasure } from '../borrower/commands/announce-erasure'
import { announcementMonthOf } from '../policy/inactivity-policy'
import type { Policy } from '../policy/policy'
import type { BorrowerId } from '../values/ids'
import type { HalfYear, Month } from '../values/month'

/** A borrower when a month closes, after the active ones were marked as seen. */
interface AnnouncementCandidate {
  readonly borrower: BorrowerId
  readonly lastSeen: HalfYear
  /** The month whose closing announced the erasure; null when none has since they were last seen. */
  readonly announcedIn: Month | null
}

/**
 * The borrowers who will lapse soon and were not told so. A legal hold changes nothing: what stands in *persons* would tell
 * of it. Those of this month are told again when the closing runs again, and get no second message.
 */
export const announceErasureCommandsOfMonth =
  ({ inactivity }: Policy) =>
  (month: Month) =>
  (borrowers: ReadonlyArray<AnnouncementCandidate>): ReadonlyArray<AnnounceErasure> =>
    borrowers
      .filter(
        ({ lastSeen, announcedIn }) =>
          month >= announcementMonthOf(inactivity)(lastSeen) && (announcedIn === null || announcedIn === month),
      )
      .map(({ borrower }) => ({ type: 'AnnounceErasure', borrower, month }))
