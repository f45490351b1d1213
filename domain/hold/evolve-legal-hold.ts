import type { LegalHoldEvent } from './legal-hold-event'
import { endedLegalHold, type LegalHoldState } from './legal-hold-state'

/** The state of a legal hold after an event. */
export const evolve =
  (event: LegalHoldEvent) =>
  (state: LegalHoldState): LegalHoldState => {
    switch (event.type) {
      case 'HoldSet': {
        const { hold } = event.sealed
        return hold._tag === 'Erased'
          ? endedLegalHold
          : { _tag: 'Standing', hold: event.open.hold, borrower: hold.value.borrower, lastDay: event.open.lastDay }
      }
      case 'HoldProlonged':
        return state._tag === 'Standing' ? { ...state, lastDay: event.open.lastDay } : state
      case 'HoldReleased':
        return endedLegalHold
    }
  }
