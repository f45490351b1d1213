import { defineEvent, type EventOf } from '../../event/define-event'
import { BranchId, CameraId, FootageId } from '../../values/ids'
import { Day } from '../../values/day'
import { Instant } from '../../values/instant'

/** A camera recorded for a part of a day. The content is stored apart from the log, under a key of the same scope. */
export const FootageRecorded = defineEvent('FootageRecorded', 1, {
  open: { footage: FootageId, branch: BranchId, camera: CameraId, day: Day },
  sealed: { footage: { from: Instant, until: Instant } },
})
export type FootageRecorded = EventOf<typeof FootageRecorded>
