import type { Day } from '../../domain/values/day'
import { sumOfOre, type Ore } from '../../domain/values/ore'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { feesTable, reimbursementsTable } from './fee-tables'

/** What came in or went out of one kind on a day. */
export interface CashOfKind {
  readonly kind: 'lateness' | 'compensation' | 'reimbursement'
  readonly count: number
  readonly amount: Ore
}

const total = (kind: CashOfKind['kind'], amounts: ReadonlyArray<{ readonly amount: Ore }>): CashOfKind => ({
  ...{ kind, count: amounts.length, amount: sumOfOre(amounts.map(({ amount }) => amount)) },
})

/** The fees and bills that were paid on a day, and the reimbursements that were paid out: by kind, without persons. */
export const cashOfDay =
  (day: Day) =>
  (rows: ReadModelRows): ReadonlyArray<CashOfKind> => {
    const paid = rows.findColumns(feesTable, ['kind', 'amount'], { where: { settledOn: day, ending: 'paid' } })
    const paidOut = rows.findColumns(reimbursementsTable, ['amount'], { where: { settledOn: day, ending: 'paidOut' } })
    const paidOf = (kind: 'lateness' | 'compensation') =>
      total(
        kind,
        paid.filter((fee) => fee.kind === kind),
      )
    return [paidOf('lateness'), paidOf('compensation'), total('reimbursement', paidOut)]
  }
