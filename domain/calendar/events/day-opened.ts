import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { IdempotencyId } from '../../values/ids'

/**
 * The first command that names a day opens it. For 14 days, repeated commands are recognised under this scope's key.
 */
export const DayOpened = defineEvent('DayOpened', 1, { open: { day: Day, idempotency: IdempotencyId }, sealed: {} })
export type DayOpened = EventOf<typeof DayOpened>
