import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { ViewingId } from '../../values/ids'
import { viewedFootageFields } from '../footage-fields'
import { requestFields } from '../viewing-fields'

/**
 * The police got a copy of a recording: `requestedBy` is the officer, `basis` the law or order. Size and digest are those
 * of the copy. The library keeps its own recording no longer for that.
 */
export const FootageDisclosed = defineEvent('FootageDisclosed', 1, {
  open: { viewing: ViewingId, day: Day },
  sealed: {
    viewing: { ...requestFields, ...viewedFootageFields, basis: t.string, size: t.number, digest: t.string },
  },
})
export type FootageDisclosed = EventOf<typeof FootageDisclosed>
