import { defineEvent, type EventOf } from '../../event/define-event'
import { ParallelReservationId } from '../../values/ids'

/** The titles are reserved. The request is erased at once; each reservation has its own end. */
export const ParallelReservationCompleted = defineEvent('ParallelReservationCompleted', 1, {
  open: { parallelReservation: ParallelReservationId },
  sealed: {},
})
export type ParallelReservationCompleted = EventOf<typeof ParallelReservationCompleted>
