import { pipe } from 'fp-ts/function'
import type { View } from '../../domain/access/opening'
import type { AccessInMonth } from '../../domain/closing/write-view-commands-of-month'
import type { Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { addMonths, lastDayOfMonth, type Month } from '../../domain/values/month'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { accessesTable, viewsTable, type AccessRow } from './access-tables'

/** The openings of records that the closings of a month recorded. */
export const accessesInMonth =
  (month: Month) =>
  (rows: ReadModelRows): ReadonlyArray<AccessInMonth> =>
    rows
      .find(accessesTable, { where: { month } })
      .map(({ borrower, day, role, reason, opened, staffNumber, approvedBy }) => ({
        borrower,
        opening: { day, role, reason, opened, staffNumber, approvedBy },
      }))

/** Every opening of a record that is not erased, the earliest day first. */
export const accesses = (rows: ReadModelRows): ReadonlyArray<AccessRow> =>
  rows.find(accessesTable, { orderBy: ['day', 'access'] })

/** The openings of the records of a borrower that are not erased, the newest day first. */
export const accessesOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<AccessRow> =>
    rows.find(accessesTable, { where: { borrower }, orderByDescending: ['day', 'access'] })

/** Why a borrower was looked at in a month, and the day with whose closing that is forgotten. */
interface ViewInMonth extends View {
  readonly month: Month
  readonly forgottenOn: Day
}

/** Why a borrower was looked at, the newest month first. It is forgotten so many months after its own. */
export const viewsOfBorrower =
  (retentionMonths: number) =>
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<ViewInMonth> =>
    rows.find(viewsTable, { where: { borrower }, orderByDescending: ['month'] }).flatMap(({ month, views }) => {
      const forgottenOn = pipe(month, addMonths(retentionMonths), lastDayOfMonth)
      return (JSON.parse(views) as ReadonlyArray<View>).map((view) => ({ ...view, month, forgottenOn }))
    })
