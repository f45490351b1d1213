import type { Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { noMoney, sum, type Ore } from '../../domain/values/ore'
import { isOverDebtLimit, type DebtLimit } from '../../domain/policy/debt'
import type { Rows } from '../kernel/rows'
import { unsettledFeesOf } from './queries'

/** What a borrower's unsettled fees and bills come to, in øre. */
export const unsettledOf =
  (borrower: BorrowerId) =>
  (rows: Rows): Ore =>
    sum(unsettledFeesOf(borrower)(rows).map(({ amount }) => amount))

/**
 * The day since which a borrower is blocked for debt: that of the fee with which those unsettled now came to the
 * limit. Undefined when they do not come to it.
 */
export const debtSince =
  (limit: DebtLimit) =>
  (borrower: BorrowerId) =>
  (rows: Rows): Day | undefined => {
    let owed = noMoney
    return unsettledFeesOf(borrower)(rows).find(({ amount }) => {
      owed = sum([owed, amount])
      return isOverDebtLimit(limit)(owed)
    })?.leviedOn
  }
