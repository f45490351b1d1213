import type { BorrowerId, CopyId, FeeId } from '../../domain/values/ids'
import { isSameFeeOccasion, type FeeOccasionDays } from '../../domain/policy/fee-occasion-days'
import type { BorrowerFee } from '../../domain/ports/decision-queries'
import { findFirstRow, type ReadModelRows } from '../read-model/read-model-rows'
import { feeItemsTable, feesTable, feeTransactionsTable, type FeeRow, type FeeItemRow } from './fee-tables'

/** Whether a fee is passed on for collection, or goes into a file that was not handed out yet. */
export const isFeeAtCollector = (collection: FeeRow['collection']): boolean =>
  collection === 'selected' || collection === 'passedOn'

export const isFeeSettled = ({ settledOn }: FeeRow): boolean => settledOn !== null

/** The fees and bills of a borrower, earliest levied first. */
export const feesOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<FeeRow> =>
    rows.find(feesTable, { where: { borrower }, orderBy: ['leviedOn', 'fee'] })

/** The unsettled ones, earliest levied first. The index of what nobody has settled would find those of all borrowers. */
export const unsettledFeesOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): ReadonlyArray<FeeRow> =>
    feesOfBorrower(borrower)(rows).filter((fee) => !isFeeSettled(fee))

/** The fees with these ids, in the order of the ids. Unknown and forgotten fees are left out. */
export const feesById =
  (ids: ReadonlyArray<FeeId>) =>
  (rows: ReadModelRows): ReadonlyArray<FeeRow> =>
    ids.flatMap((fee) => findFirstRow(rows, feesTable, { where: { fee } }) ?? [])

/**
 * The lateness fee of an occasion, settled or not: the one that a further late return joins, else one that was cancelled;
 * undefined when none is levied yet.
 */
export const latenessFeeOfOccasion =
  (borrower: BorrowerId, occasion: FeeOccasionDays) =>
  (rows: ReadModelRows): FeeRow | undefined => {
    const ofOccasion = feesOfBorrower(borrower)(rows).filter(
      (fee) => fee.kind === 'lateness' && isSameFeeOccasion(occasion)(fee),
    )
    return ofOccasion.find(({ ending }) => ending !== 'cancelled') ?? ofOccasion[0]
  }

/** The items of a fee, sorted by copy. */
export const itemsOfFee =
  (fee: FeeId) =>
  (rows: ReadModelRows): ReadonlyArray<FeeItemRow> =>
    rows.find(feeItemsTable, { where: { fee }, orderBy: ['copy'] })

/** A fee with the copies that it covers. */
export const toBorrowerFee =
  (rows: ReadModelRows) =>
  ({ fee, borrower, kind, amount, lentOn, dueOn, occasion, ending, collection }: FeeRow): BorrowerFee => ({
    ...{ fee, borrower, kind, amount, lentOn, dueOn, occasion, ending },
    copies: itemsOfFee(fee)(rows).map(({ copy }) => copy),
    isAtCollector: isFeeAtCollector(collection),
    decidedByStaff: rows
      .find(feeTransactionsTable, { where: { fee }, orderBy: ['revision'] })
      .some(({ role }) => role !== null && role !== 'system'),
  })

/** The unsettled compensation for a lost copy; undefined when there is none. */
export const unsettledCompensationForCopy =
  (copy: CopyId) =>
  (rows: ReadModelRows): FeeRow | undefined =>
    feesById(rows.find(feeItemsTable, { where: { copy }, orderBy: ['fee'] }).map(({ fee }) => fee))(rows).find(
      (fee) => fee.kind === 'compensation' && !isFeeSettled(fee),
    )
