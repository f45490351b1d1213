import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'

/** A day is closed, holidays included. What is due with it may now be erased. */
export const DayClosed = defineEvent('DayClosed', 1, { open: { day: Day }, sealed: {} })
export type DayClosed = EventOf<typeof DayClosed>
