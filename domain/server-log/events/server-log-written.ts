import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { ServerLogBlockId, ServerLogId } from '../../values/ids'
import { ServerLogLine } from '../server-log-line'

/**
 * A day's closing wrote what one process logged in one hour of the day: its lines in random order. It is erased 30 days
 * after the day. Which hour it is, from 0 to 23 in Europe/Copenhagen, is sealed, and the blocks of a day stand in random
 * order: so no block tells when something beside it in the log happened.
 */
export const ServerLogWritten = defineEvent('ServerLogWritten', 1, {
  open: { day: Day, serverLog: ServerLogId, block: ServerLogBlockId },
  sealed: { serverLog: { hour: t.number, lines: t.readonlyArray(ServerLogLine) } },
})
export type ServerLogWritten = EventOf<typeof ServerLogWritten>
