import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'

/** A day is over, holidays included: what falls due with it may now be erased. */
export const DayClosed = defineEvent('DayClosed', 1, { open: { day: Day }, sealed: {} })
export type DayClosed = EventOf<typeof DayClosed>
