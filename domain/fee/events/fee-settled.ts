import { defineEvent, type EventOf } from '../../event/define-event'
import { Day } from '../../values/day'
import { FeeId } from '../../values/ids'

/** Nothing is owed on this fee any more. It is erased 30 days later. */
export const FeeSettled = defineEvent('FeeSettled', 1, { open: { fee: FeeId, settledOn: Day }, sealed: {} })
export type FeeSettled = EventOf<typeof FeeSettled>
