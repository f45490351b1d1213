import type { BorrowerId } from '../../../domain/values/ids'
import type { Day } from '../../../domain/values/day'
import type { GroundTruth } from './ground-truth'

/** What the borrower is told of a look that a program of the library made. */
const reason = 'Opslag i lånerens oplysninger'

/** Staff who read a record by the interface have looked at it: once on a day. */
export const noteLookOfStaff = (
  { openings }: GroundTruth,
  borrower: BorrowerId,
  { day, staffNumber }: { readonly day: Day; readonly staffNumber: string },
): void => {
  const isNoted = openings.some(
    (one) => one.borrower === borrower && one.opening.day === day && one.opening.staffNumber === staffNumber,
  )
  if (!isNoted)
    openings.push({
      borrower,
      opening: { day, role: 'staff', reason, opened: 'record', staffNumber, approvedBy: null },
    })
}
