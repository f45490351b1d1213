import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { ServerLogOpeningId } from '../../values/ids'
import { Month } from '../../values/month'

/** An administrator opened the server log of a day. Who it was and why is erased six months after the month of opening. */
export const ServerLogOpened = defineEvent('ServerLogOpened', 1, {
  open: { serverLogOpening: ServerLogOpeningId, openedIn: Month, day: Day },
  sealed: { serverLogOpening: { openedBy: t.string, reason: t.string } },
})
export type ServerLogOpened = EventOf<typeof ServerLogOpened>
