import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { BranchId, CameraId, ViewingId } from '../../values/ids'
import { requestFields } from '../viewing-fields'

/** The duty officer looked at the live picture of a camera. */
export const LiveVideoViewed = defineEvent('LiveVideoViewed', 1, {
  open: { viewing: ViewingId, day: Day },
  sealed: { viewing: { ...requestFields, branch: BranchId, camera: CameraId } },
})
export type LiveVideoViewed = EventOf<typeof LiveVideoViewed>
