import type { Day } from '../../domain/values/day'
import type { BorrowerId, BranchId, GuardianId } from '../../domain/values/ids'
import { addMonths, lastDayOfMonth, type Month } from '../../domain/values/month'
import { borrowerById } from '../borrowers/borrower-record-queries'
import { nameOnList } from '../borrowers/name-on-list'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { guardianPapersTable } from './guardian-tables'

/** A paper that is to be destroyed, and the child by whose name or number it is found. */
export interface PaperToDestroy {
  readonly guardian: GuardianId
  readonly borrower: BorrowerId
  readonly month: Month
  readonly branch: BranchId
  /** The name is null when name and address are protected. */
  readonly child: { readonly number: string; readonly name: string | null }
  /** The last day on which the list has it: it is forgotten with the closing of that day. */
  readonly destroyBy: Day
}

/** The last day of the month after the one in which the guardianship ended. */
const lastDayOnList = (endedIn: Month): Day => lastDayOfMonth(addMonths(1)(endedIn))

/**
 * The papers of guardianships that have ended by a month and are not forgotten, which staff have not destroyed. By branch and
 * month.
 */
export const guardianPapersToDestroy =
  (endedBy: Month) =>
  (rows: ReadModelRows): ReadonlyArray<PaperToDestroy> =>
    rows
      .find(guardianPapersTable, { atMost: { endedIn: endedBy }, orderBy: ['branch', 'month', 'guardian'] })
      .flatMap(({ guardian, borrower, month, branch, endedIn }) => {
        const record = borrowerById(borrower)(rows)
        if (record === undefined || endedIn === null) return []
        const child = { number: record.number, name: nameOnList(record, rows) }
        return [{ guardian, borrower, month, branch, child, destroyBy: lastDayOnList(endedIn) }]
      })

/** The paper of a guardianship that has ended by a month; undefined when there is none to destroy. */
export const guardianPaperToDestroy =
  (guardian: GuardianId, endedBy: Month) =>
  (rows: ReadModelRows): PaperToDestroy | undefined =>
    guardianPapersToDestroy(endedBy)(rows).find((paper) => paper.guardian === guardian)
