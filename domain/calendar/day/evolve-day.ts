import type { DayEvent } from './day-event'
import { idempotencyScopeOfDay, type DayState } from './day-state'

/** The state of a day after an event. */
export const evolve =
  (event: DayEvent) =>
  (state: DayState): DayState => {
    switch (event.type) {
      case 'DayOpened':
        return { _tag: state._tag === 'Closed' ? 'Closed' : 'Opened', idempotency: event.open.idempotency }
      case 'DayClosed':
        return { _tag: 'Closed', idempotency: idempotencyScopeOfDay(state) }
    }
  }
