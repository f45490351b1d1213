import type { MonthEvent } from './month-event'
import type { MonthState } from './month-state'

/** The state of a month after an event. */
export const evolve =
  (event: MonthEvent) =>
  (_state: MonthState): MonthState => {
    switch (event.type) {
      case 'MonthOpened':
        return { _tag: 'Opened', statistics: event.open.statistics }
      case 'MonthCounted':
        return { _tag: 'Counted' }
      case 'MonthClosed':
        return { _tag: 'Closed' }
    }
  }
