import type { BorrowerId } from '../values/ids'
import type { Availability } from '../policy/lending'
import type { KnownCopy } from './state'

/** Whether a copy can be handed to a borrower. A copy set aside lends to that reservation alone. */
export const availabilityFor =
  (borrower: BorrowerId) =>
  (state: KnownCopy): Availability => {
    switch (state._tag) {
      case 'OnShelf':
        return 'available'
      case 'OnLoan':
        return 'copyOnLoan'
      case 'Lost':
        return 'copyLost'
      case 'Withdrawn':
        return 'copyWithdrawn'
      case 'SetAside':
      case 'InTransit':
      case 'ReadyForPickUp':
        return state.keptFor._tag === 'Plain' && state.keptFor.value.borrower === borrower
          ? 'available'
          : 'copySetAsideForAnother'
    }
  }
