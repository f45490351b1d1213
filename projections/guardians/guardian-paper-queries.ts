import type { BorrowerId, BranchId, GuardianId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import { identityOfBorrower } from '../borrowers/borrower-record-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { guardianPapersTable } from './guardian-tables'

/** A paper that is to be destroyed, and the child by whose name it is found. */
export interface PaperToDestroy {
  readonly guardian: GuardianId
  readonly borrower: BorrowerId
  readonly month: Month
  readonly branch: BranchId
  readonly child: string
}

/** The papers of guardianships that have ended and are not forgotten, which staff have not destroyed. By branch and month. */
export const guardianPapersToDestroy = (rows: ReadModelRows): ReadonlyArray<PaperToDestroy> =>
  rows
    .find(guardianPapersTable, { where: { status: 'toDestroy' }, orderBy: ['branch', 'month', 'guardian'] })
    .flatMap(({ guardian, borrower, month, branch }) => {
      const child = identityOfBorrower(borrower)(rows)?.name
      return child === undefined ? [] : [{ guardian, borrower, month, branch, child }]
    })

/** The paper of a guardianship that has ended; undefined when there is none to destroy. */
export const guardianPaperToDestroy =
  (guardian: GuardianId) =>
  (rows: ReadModelRows): PaperToDestroy | undefined =>
    guardianPapersToDestroy(rows).find((paper) => paper.guardian === guardian)
