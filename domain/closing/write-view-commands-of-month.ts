import type { Opening } from '../access/opening'
import type { WriteView } from '../borrower/commands/write-view'
import type { BorrowerId, ViewId } from '../values/ids'
import type { Month } from '../values/month'

/** An opening of a record of a borrower that was recorded in a month. */
export interface AccessInMonth {
  readonly borrower: BorrowerId
  readonly opening: Opening
}

const openingsByBorrower = (
  accesses: ReadonlyArray<AccessInMonth>,
): ReadonlyMap<BorrowerId, ReadonlyArray<Opening>> => {
  const byBorrower = new Map<BorrowerId, Opening[]>()
  for (const { borrower, opening } of accesses) {
    const known = byBorrower.get(borrower)
    if (known === undefined) byBorrower.set(borrower, [opening])
    else known.push(opening)
  }
  return byBorrower
}

/** One command for each borrower who was looked at in the month. `newId` gives a random id. */
export const writeViewCommandsOfMonth =
  (newId: () => string, month: Month) =>
  (accesses: ReadonlyArray<AccessInMonth>): ReadonlyArray<WriteView> =>
    [...openingsByBorrower(accesses)].map(([borrower, openings]) => ({
      ...{ type: 'WriteView', borrower, view: newId() as ViewId, month, openings },
    }))
