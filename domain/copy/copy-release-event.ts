import type { BorrowerId, BranchId } from '../values/ids'
import { SetAsideReleased } from './events/set-aside-released'
import type { ReservedCopy } from './copy-state'

/** Whether a copy is reserved for the borrower. */
const isReservedFor =
  (borrower: BorrowerId) =>
  ({ reservedFor }: ReservedCopy): boolean =>
    reservedFor._tag === 'Plain' && reservedFor.value.borrower === borrower

/** The event that releases a copy because it is lent: to the borrower it is reserved for, or to another. */
export const releaseEventOfLentCopy =
  (borrower: BorrowerId, branch: BranchId) =>
  (state: ReservedCopy): SetAsideReleased =>
    copyReleaseEvent(isReservedFor(borrower)(state) ? 'lent' : 'copy gone', branch)(state)

/** The event that releases a reserved copy, at a branch. */
export const copyReleaseEvent =
  (because: SetAsideReleased['open']['because'], branch: BranchId) =>
  ({ setAside, item: { copy, title } }: ReservedCopy): SetAsideReleased =>
    SetAsideReleased({ setAside, copy, title, branch, because }, {})
