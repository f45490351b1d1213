import { subtractOre, sumOfOre, zeroOre, type Ore } from '../../domain/values/ore'
import type { CorrectableFee, ReimbursableFee, PaidPriceOfLostCopy } from '../../domain/ports/decision-queries'
import type { CopyId, FeeId, PaymentId } from '../../domain/values/ids'
import { copyById } from '../copies/copy-queries'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { feesById, isFeeSettled, itemsOfFee, toBorrowerFee } from './fee-queries'
import { feeItemsTable, feeTransactionsTable, type FeeRow, type FeeTransactionRow } from './fee-tables'
import { feesOfPayment } from './payment-queries'

/** The transactions of a fee after its creation, in order. */
export const transactionsOfFee =
  (fee: FeeId) =>
  (rows: ReadModelRows): ReadonlyArray<FeeTransactionRow> =>
    rows.find(feeTransactionsTable, { where: { fee }, orderBy: ['revision'] })

/** What an earlier correction has taken of a settled fee, in øre. */
const correctedAmount = (type: FeeTransactionRow['type'], fee: FeeId, rows: ReadModelRows): Ore =>
  sumOfOre(
    transactionsOfFee(fee)(rows)
      .filter((row) => row.type === type)
      .map(({ amount }) => amount ?? zeroOre),
  )

const leftAfter = (type: FeeTransactionRow['type'], { fee, amount }: FeeRow, rows: ReadModelRows): Ore =>
  subtractOre(correctedAmount(type, fee, rows))(amount)

/** "Returning the item later cancels the compensation": what was written off is owed for no copy that was found since. */
const isForFoundCopy = ({ fee, kind, leviedOn }: FeeRow, rows: ReadModelRows): boolean =>
  kind === 'compensation' &&
  itemsOfFee(fee)(rows).some(({ copy }) => (copyById(copy)(rows)?.learnedFoundOn ?? '') >= leviedOn)

const writtenOffLeft = (row: FeeRow, rows: ReadModelRows): Ore =>
  isForFoundCopy(row, rows) ? zeroOre : leftAfter('writeOffReduction', row, rows)

const itemsWithoutFee = (fee: FeeId, rows: ReadModelRows) =>
  itemsOfFee(fee)(rows).map(({ copy, title, name, daysOverdue }) => ({ copy, title, name, daysOverdue }))

/** A settled fee and what can still be corrected of it; undefined when it is owed, unknown or forgotten. */
export const correctableFee =
  (fee: FeeId) =>
  (rows: ReadModelRows): CorrectableFee | undefined => {
    const [row] = feesById([fee])(rows)
    if (row === undefined || !isFeeSettled(row)) return undefined
    const { ending } = row
    return {
      ...toBorrowerFee(rows)(row),
      items: itemsWithoutFee(fee, rows),
      reimbursable: ending === 'paid' ? leftAfter('reimbursement', row, rows) : undefined,
      writtenOff: ending === 'writtenOff' ? writtenOffLeft(row, rows) : undefined,
    }
  }

/** The handling fee in a compensation: what was levied above the price of the copy, in øre. */
const handlingIn = ({ leviedAmount }: FeeRow, price: Ore): Ore => subtractOre(price)(leviedAmount)

/** The price that a paid compensation holds and that was not given back yet, in øre. */
const priceLeftIn =
  (row: FeeRow, copy: CopyId) =>
  (rows: ReadModelRows): Ore => {
    const price = copyById(copy)(rows)?.price ?? zeroOre
    return subtractOre(handlingIn(row, price))(leftAfter('reimbursement', row, rows))
  }

/** The paid compensations for a copy that are not forgotten and whose price was not given back. */
export const paidCompensationsForCopy =
  (copy: CopyId) =>
  (rows: ReadModelRows): ReadonlyArray<ReimbursableFee> =>
    feesById(rows.find(feeItemsTable, { where: { copy }, orderBy: ['fee'] }).map(({ fee }) => fee))(rows)
      .filter(({ kind, ending }) => kind === 'compensation' && ending === 'paid')
      .map((row) => ({
        ...{ fee: row.fee, borrower: row.borrower, items: itemsWithoutFee(row.fee, rows) },
        amount: priceLeftIn(row, copy)(rows),
      }))
      .filter(({ amount }) => amount > 0)

/**
 * The fees of a payment that were settled in another way, by another payment included, with what was paid for each.
 */
export const feesPaidTooMuch =
  (payment: PaymentId) =>
  (rows: ReadModelRows): ReadonlyArray<ReimbursableFee> =>
    feesById(feesOfPayment(payment)(rows))(rows)
      .filter((row) => isFeeSettled(row) && (row.ending !== 'paid' || row.paidBy !== payment))
      .map((row) => ({
        ...{ fee: row.fee, borrower: row.borrower, items: itemsWithoutFee(row.fee, rows) },
        amount: row.amount,
      }))

/** How often a fee was reimbursed before a revision of its stream. */
export const countReimbursementsBeforeRevision =
  (fee: FeeId, revision: number) =>
  (rows: ReadModelRows): number =>
    rows.count(feeTransactionsTable, { where: { fee, type: 'reimbursement' }, lessThan: { revision } })

/** The prices in the compensations among these fees that were not given back whole. */
export const unreimbursedPricesOfFees =
  (fees: ReadonlyArray<FeeId>) =>
  (rows: ReadModelRows): ReadonlyArray<PaidPriceOfLostCopy> =>
    feesById(fees)(rows)
      .filter(({ kind, ending }) => kind === 'compensation' && (ending === null || ending === 'paid'))
      .flatMap((row) =>
        itemsOfFee(row.fee)(rows).map(({ copy }) => ({
          ...{ fee: row.fee, copy, price: priceLeftIn(row, copy)(rows), paidIn: row.paidIn },
          reimbursements: countReimbursementsBeforeRevision(row.fee, Number.MAX_SAFE_INTEGER)(rows),
        })),
      )
      .filter(({ price }) => price > 0)
