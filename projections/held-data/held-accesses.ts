import type { BorrowerId } from '../../domain/values/ids'
import { lastDayOfMonth } from '../../domain/values/month'
import { accessesOfBorrower, viewsOfBorrower } from '../accesses/access-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { unlessAllEmpty } from './unless-all-empty'

/** Who has looked at a borrower: by day until the month is closed, then by month; undefined when nobody has. */
export const heldAccesses = (retentionMonths: number) => (borrower: BorrowerId) => (rows: ReadModelRows) =>
  unlessAllEmpty({
    lookedAtOnDays: accessesOfBorrower(borrower)(rows).map(({ month, day, role, reason, opened }) => ({
      ...{ day, openedBy: role, reason, opened, forgottenOn: lastDayOfMonth(month) },
    })),
    lookedAtInMonths: viewsOfBorrower(retentionMonths)(borrower)(rows).map(
      ({ month, role, reason, opened, forgottenOn }) => ({ month, openedBy: role, reason, opened, forgottenOn }),
    ),
  })
