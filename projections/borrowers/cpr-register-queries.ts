import { Cpr } from '../../domain/values/cpr'
import type { BorrowerId } from '../../domain/values/ids'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import { borrowerByCpr, identityOfBorrower } from './borrower-record-queries'
import { borrowersTable, identitiesTable } from './borrower-tables'

/** A borrower, and the CPR number under which the register knows the borrower. */
export interface BorrowerWithCpr {
  readonly borrower: BorrowerId
  readonly cpr: Cpr
}

const isRegistered = (borrower: BorrowerId, rows: ReadModelRows): boolean =>
  findFirstRow(rows, borrowersTable, { where: { borrower } })?.ending === null

/** The borrower with a CPR number who is not about to be erased. */
export const registeredBorrowerByCpr =
  (cpr: Cpr) =>
  (rows: ReadModelRows): BorrowerId | undefined => {
    const borrower = borrowerByCpr(cpr)(rows)
    return borrower !== undefined && isRegistered(borrower, rows) ? borrower : undefined
  }

/** The CPR number of a borrower who is not about to be erased; undefined when there is none. */
export const cprOfRegisteredBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): Cpr | undefined => {
    const cpr = identityOfBorrower(borrower)(rows)?.cpr
    return Cpr.is(cpr) && isRegistered(borrower, rows) ? cpr : undefined
  }

/** The CPR numbers of the borrowers who are about to be erased. */
export const cprsOfEndingBorrowers = (rows: ReadModelRows): ReadonlyArray<Cpr> =>
  rows
    .findColumns(borrowersTable, ['borrower'], { oneOf: { ending: ['requested', 'lapsed'] } })
    .flatMap(({ borrower }) => identityOfBorrower(borrower)(rows)?.cpr ?? [])
    .filter(Cpr.is)

/** A page of the borrowers and their CPR numbers, sorted by borrower. `last` is the last borrower of the page before. */
export const pageOfIdentities =
  (last: BorrowerId | undefined, limit: number) =>
  (rows: ReadModelRows): ReadonlyArray<{ readonly borrower: BorrowerId; readonly cpr: string | null }> =>
    rows.findColumns(identitiesTable, ['borrower', 'cpr'], {
      ...(last === undefined ? {} : { greaterThan: { borrower: last } }),
      orderBy: ['borrower'],
      limit,
    })
