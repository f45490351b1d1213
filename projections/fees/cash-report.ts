import type { Day } from '../../domain/values/day'
import type { BranchId } from '../../domain/values/ids'
import { sumOfOre, type Ore } from '../../domain/values/ore'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { feesTable, reimbursementsTable } from './fee-tables'
import { paymentById } from './payment-queries'

/** What came in or went out of one kind on a day. */
interface CashOfKind {
  readonly kind: 'lateness' | 'compensation' | 'reimbursement'
  readonly count: number
  readonly amount: Ore
}

/** What came in and went out at one branch on a day. */
interface CashOfBranch {
  /** Null of what was paid at no branch, such as on the website, and of what was paid before branches were written. */
  readonly branch: BranchId | null
  readonly paidIn: Ore
  readonly paidOut: Ore
}

interface CashOfDay {
  readonly kinds: ReadonlyArray<CashOfKind>
  /** Those at which something was paid, by their codes; last what was paid at none. */
  readonly branches: ReadonlyArray<CashOfBranch>
}

interface CashAtBranch {
  readonly branch: BranchId | null
  readonly amount: Ore
}

const sumOf = (all: ReadonlyArray<{ readonly amount: Ore }>): Ore => sumOfOre(all.map(({ amount }) => amount))

const total = (kind: CashOfKind['kind'], amounts: ReadonlyArray<{ readonly amount: Ore }>): CashOfKind => ({
  ...{ kind, count: amounts.length, amount: sumOf(amounts) },
})

const byCodeAndNoneLast = (one: BranchId | null, other: BranchId | null): number =>
  one === null || other === null ? Number(one === null) - Number(other === null) : one < other ? -1 : 1

const byBranch = (
  paid: ReadonlyArray<CashAtBranch>,
  paidOut: ReadonlyArray<CashAtBranch>,
): ReadonlyArray<CashOfBranch> =>
  [...new Set([...paid, ...paidOut].map(({ branch }) => branch))].toSorted(byCodeAndNoneLast).map((branch) => ({
    branch,
    paidIn: sumOf(paid.filter((one) => one.branch === branch)),
    paidOut: sumOf(paidOut.filter((one) => one.branch === branch)),
  }))

/** The fees and bills that were paid on a day, and the reimbursements that were paid out: by kind and by branch, without persons. */
export const cashOfDay =
  (day: Day) =>
  (rows: ReadModelRows): CashOfDay => {
    const paid = rows
      .findColumns(feesTable, ['kind', 'amount', 'paidBy'], { where: { settledOn: day, ending: 'paid' } })
      .map(({ paidBy, ...fee }) => ({
        ...fee,
        branch: paidBy === null ? null : (paymentById(paidBy)(rows)?.paidAtBranch ?? null),
      }))
    const paidOut = rows
      .findColumns(reimbursementsTable, ['amount', 'paidOutAtBranch'], {
        where: { settledOn: day, ending: 'paidOut' },
      })
      .map(({ amount, paidOutAtBranch: branch }) => ({ amount, branch }))
    const paidOf = (kind: 'lateness' | 'compensation') =>
      total(
        kind,
        paid.filter((fee) => fee.kind === kind),
      )
    return {
      kinds: [paidOf('lateness'), paidOf('compensation'), total('reimbursement', paidOut)],
      branches: byBranch(paid, paidOut),
    }
  }
