import type { BorrowerId, CopyId, FeeId } from '../../domain/values/ids'
import { isSameOccasion, type Occasion } from '../../domain/policy/occasion'
import { first, type Rows } from '../kernel/rows'
import { feeItems, fees, type Fee, type FeeItemRow } from './rows'

export const isSettled = ({ settledOn }: Fee): boolean => settledOn !== null

/** All fees and bills of a borrower that are not forgotten, earliest levied first. */
export const feesOf =
  (borrower: BorrowerId) =>
  (rows: Rows): ReadonlyArray<Fee> =>
    rows.find(fees, { where: { borrower }, orderBy: ['leviedOn', 'fee'] })

export const unsettledFeesOf =
  (borrower: BorrowerId) =>
  (rows: Rows): ReadonlyArray<Fee> =>
    rows.find(fees, { where: { borrower, settledOn: null }, orderBy: ['leviedOn', 'fee'] })

/** The fees of these ids that are known and not forgotten, in the order of the ids: each with amount and ending. */
export const feesById =
  (ids: ReadonlyArray<FeeId>) =>
  (rows: Rows): ReadonlyArray<Fee> =>
    ids.flatMap((fee) => first(rows, fees, { where: { fee } }) ?? [])

/** The lateness fee that a late return of some occasion joins, settled or not; undefined when none was levied yet. */
export const feeOfOccasion =
  (borrower: BorrowerId, occasion: Occasion) =>
  (rows: Rows): Fee | undefined =>
    feesOf(borrower)(rows).find((fee) => fee.kind === 'lateness' && isSameOccasion(occasion)(fee))

/** What a fee says of its loans, by their copies. */
export const itemsOf =
  (fee: FeeId) =>
  (rows: Rows): ReadonlyArray<FeeItemRow> =>
    rows.find(feeItems, { where: { fee }, orderBy: ['copy'] })

/** The unsettled bill for a copy that counts as lost; undefined when there is none. */
export const compensationFor =
  (copy: CopyId) =>
  (rows: Rows): Fee | undefined =>
    feesById(rows.find(feeItems, { where: { copy }, orderBy: ['fee'] }).map(({ fee }) => fee))(rows).find(
      (fee) => fee.kind === 'compensation' && !isSettled(fee),
    )
