import type { EffectiveDeadline } from '../../domain/policy/effective-deadline'
import type { BranchId, CopyId, TitleId } from '../../domain/values/ids'
import { runningLoanOfCopy } from '../loans/loan-queries'
import { withEffectiveDueDay } from '../loans/loan-with-effective-due-day'
import type { LoanRow } from '../loans/loans-table'
import { withEffectivePickUpDeadline } from '../queue/with-effective-pick-up-deadline'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import { queueLengthOfTitle } from '../queue/reservation-queries'
import type { ReservedCopyRow } from '../queue/queue-tables'
import { reservedCopyById } from '../queue/reserved-copy-queries'
import { copiesTable, type CopyRow, type CopyStatus } from './copies-table'

export const copyById =
  (copy: CopyId) =>
  (rows: ReadModelRows): CopyRow | undefined =>
    findFirstRow(rows, copiesTable, { where: { copy } })

/** Copies by their item numbers, in any order. */
export const copiesById =
  (copies: ReadonlyArray<CopyId>) =>
  (rows: ReadModelRows): ReadonlyArray<CopyRow> =>
    rows.find(copiesTable, { oneOf: { copy: copies } })

/** Every copy of a title, withdrawn ones included, by item number. */
export const copiesOfTitle =
  (title: TitleId) =>
  (rows: ReadModelRows): ReadonlyArray<CopyRow> =>
    rows.find(copiesTable, { where: { title }, orderBy: ['copy'] })

/** The copies on the shelves of a branch, by item number: at most `limit`, those after a number ('' for the first). */
export const copiesOnShelfOfBranch =
  (branch: BranchId, after: CopyId, limit: number) =>
  (rows: ReadModelRows): ReadonlyArray<CopyRow> =>
    rows.find(copiesTable, {
      where: { branch, status: 'onShelf' },
      greaterThan: { copy: after },
      orderBy: ['copy'],
      limit,
    })

/** A copy with its running loan or its reservation, as far as they are not forgotten. For staff only. */
export interface CopyWithHolder {
  readonly copy: CopyRow
  readonly loan: LoanRow | undefined
  readonly reservedFor: ReservedCopyRow | undefined
}

export const copyWithHolder =
  (deadlineAt: EffectiveDeadline) =>
  (id: CopyId) =>
  (rows: ReadModelRows): CopyWithHolder | undefined => {
    const copy = copyById(id)(rows)
    const [loan, reservedFor] = [runningLoanOfCopy(id)(rows), reservedCopyById(id)(rows)]
    return (
      copy && {
        copy,
        loan: loan && withEffectiveDueDay(deadlineAt)(loan),
        reservedFor: reservedFor && withEffectivePickUpDeadline(deadlineAt)(reservedFor),
      }
    )
  }

/** A title as the catalogue shows it to anybody: no personal data. */
export interface TitleStatus {
  readonly title: TitleId
  readonly name: string
  readonly author: string | null
  readonly copies: ReadonlyArray<CopyRow>
  readonly byStatus: Readonly<Partial<Record<CopyStatus, number>>>
  /** The number of reservations. */
  readonly queue: number
}

/** The status of a title; undefined when the library has never had a copy of it. */
export const titleStatus =
  (title: TitleId) =>
  (rows: ReadModelRows): TitleStatus | undefined => {
    const copies = copiesOfTitle(title)(rows)
    const [anyCopy] = copies
    if (anyCopy === undefined) return undefined
    const byStatus: Partial<Record<CopyStatus, number>> = {}
    for (const { status } of copies) byStatus[status] = (byStatus[status] ?? 0) + 1
    return {
      title,
      name: anyCopy.name,
      author: anyCopy.author,
      copies,
      byStatus,
      queue: queueLengthOfTitle(title)(rows),
    }
  }

/** The name of a title; undefined when the library has never had a copy of it. */
export const nameOfTitle =
  (title: TitleId) =>
  (rows: ReadModelRows): string | undefined =>
    findFirstRow(rows, copiesTable, { where: { title } })?.name
