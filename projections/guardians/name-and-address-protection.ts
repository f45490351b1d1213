import type { BorrowerId } from '../../domain/values/ids'
import { borrowerByCpr, identityOfBorrower } from '../borrowers/borrower-record-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { registeredGuardianOf } from './guardian-queries'

const isProtectedInRecord = (borrower: BorrowerId, rows: ReadModelRows): boolean =>
  identityOfBorrower(borrower)(rows)?.isNameAndAddressProtected === 1

/** Whether the person with a CPR number is a borrower whose name and address are protected. */
export const isCprOfProtectedBorrower =
  (cpr: string) =>
  (rows: ReadModelRows): boolean => {
    const borrower = borrowerByCpr(cpr)(rows)
    return borrower !== undefined && isProtectedInRecord(borrower, rows)
  }

/**
 * Whether name and address of a borrower are protected (navne- og adressebeskyttelse): the borrower has the protection, or the
 * registered guardian is a borrower who has it. A child lives where the guardian lives, and has the name of the family.
 */
export const isNameAndAddressProtected =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): boolean => {
    if (isProtectedInRecord(borrower, rows)) return true
    const guardian = registeredGuardianOf(borrower)(rows)
    return guardian !== undefined && isCprOfProtectedBorrower(guardian.cpr)(rows)
  }
