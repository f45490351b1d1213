import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { ViewingId } from '../../values/ids'
import { viewedFootageFields } from '../footage-fields'
import { requestFields } from '../viewing-fields'

/** Approved staff opened a recording in an investigation. */
export const FootageViewed = defineEvent('FootageViewed', 1, {
  open: { viewing: ViewingId, day: Day },
  sealed: { viewing: { ...requestFields, ...viewedFootageFields } },
})
export type FootageViewed = EventOf<typeof FootageViewed>
