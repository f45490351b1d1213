import type { Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { zeroOre, sumOfOre, type Ore } from '../../domain/values/ore'
import { isOverDebtLimit, type DebtLimit } from '../../domain/policy/debt-limit'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { unsettledFeesOfBorrower } from './fee-queries'

/** The sum of a borrower's unsettled fees and bills, in øre. */
export const unsettledAmountOfBorrower =
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): Ore =>
    sumOfOre(unsettledFeesOfBorrower(borrower)(rows).map(({ amount }) => amount))

/**
 * The day since which a borrower is blocked for debt: the day of the fee with which the unsettled fees reached the
 * limit. Undefined when they do not reach it.
 */
export const blockedForDebtSince =
  (limit: DebtLimit) =>
  (borrower: BorrowerId) =>
  (rows: ReadModelRows): Day | undefined => {
    let owed = zeroOre
    return unsettledFeesOfBorrower(borrower)(rows).find(({ amount }) => {
      owed = sumOfOre([owed, amount])
      return isOverDebtLimit(limit)(owed)
    })?.leviedOn
  }
