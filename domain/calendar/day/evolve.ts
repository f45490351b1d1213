import type { DayEvent } from './day-event'
import { idempotencyOf, type DayState } from './state'

/** What a day is after one more event. */
export const evolve =
  (event: DayEvent) =>
  (state: DayState): DayState => {
    switch (event.type) {
      case 'DayOpened':
        return { _tag: state._tag === 'Closed' ? 'Closed' : 'Opened', idempotency: event.open.idempotency }
      case 'DayClosed':
        return { _tag: 'Closed', idempotency: idempotencyOf(state) }
    }
  }
