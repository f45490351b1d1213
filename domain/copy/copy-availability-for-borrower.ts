import type { BorrowerId } from '../values/ids'
import type { CopyAvailability } from '../policy/lending-rules'
import type { KnownCopy, ReservedCopy } from './copy-state'

const availabilityOfReserved =
  (borrower: BorrowerId) =>
  ({ reservedFor }: ReservedCopy): CopyAvailability =>
    reservedFor._tag === 'Plain' && reservedFor.value.borrower === borrower ? 'available' : 'copySetAsideForAnother'

/** Whether a copy can be lent to a borrower. A reserved copy that was scanned is lent only to the borrower it is reserved for. */
export const copyAvailabilityFor =
  (borrower: BorrowerId) =>
  (state: KnownCopy): CopyAvailability => {
    switch (state._tag) {
      // A copy on the shelf that is wanted or missing is lent to whoever brings it: the first scan decides. One in transit
      // that somebody brings has arrived.
      case 'OnShelf':
      case 'Missing':
      case 'ReleasedInTransit':
        return 'available'
      case 'OnPullList':
        return state.isRedirected ? availabilityOfReserved(borrower)(state) : 'available'
      case 'OnLoan':
        return 'copyOnLoan'
      case 'Lost':
        return 'copyLost'
      case 'Withdrawn':
        return 'copyWithdrawn'
      case 'SetAside':
      case 'InTransit':
      case 'ReadyForPickUp':
        return availabilityOfReserved(borrower)(state)
    }
  }
