import { addDays, type Day } from '../../domain/values/day'
import type { EffectiveDeadline } from '../../domain/policy/effective-deadline'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { withEffectiveDueDay } from './loan-with-effective-due-day'
import { loansTable, type LoanRow } from './loans-table'

/** An overdue loan, with no more than its place in the list needs. */
export type OverdueLoan = Pick<LoanRow, 'loan' | 'branch' | 'dueOn' | 'endedOn'>

const byDueDay = (one: OverdueLoan, other: OverdueLoan): number =>
  one.dueOn.localeCompare(other.dueOn) || one.loan.localeCompare(other.loan)

/**
 * The overdue list: running loans whose due day is before the given day, longest overdue first. Closed days move a due day
 * only to a later one, so all of them are among those recorded as due before. What is claimed returned is on the search
 * list instead.
 */
export const overdueLoans =
  (deadlineAt: EffectiveDeadline) =>
  (day: Day) =>
  (rows: ReadModelRows): ReadonlyArray<OverdueLoan> =>
    rows
      .findColumns(loansTable, ['loan', 'branch', 'dueOn', 'endedOn'], {
        where: { endedOn: null, claimedOn: null },
        lessThan: { dueOn: day },
      })
      .map(withEffectiveDueDay(deadlineAt))
      .filter(({ dueOn }) => dueOn < day)
      .sort(byDueDay)

/** The rows of a part of the overdue list, in its order and with its due days. */
export const rowsOfOverdueLoans =
  (overdue: ReadonlyArray<OverdueLoan>) =>
  (rows: ReadModelRows): ReadonlyArray<LoanRow> => {
    const found = rows.find(loansTable, { oneOf: { loan: overdue.map(({ loan }) => loan) } })
    const rowOf = new Map(found.map((row) => [row.loan, row]))
    return overdue.flatMap(({ loan, dueOn }) => {
      const row = rowOf.get(loan)
      return row === undefined ? [] : [{ ...row, dueOn }]
    })
  }

/**
 * Running loans that are at least `billedAfterDays` overdue on a day: their copies count as lost and are billed. What is
 * claimed returned is not billed.
 */
export const loansToBill =
  (deadlineAt: EffectiveDeadline, billedAfterDays: number) =>
  (day: Day) =>
  (rows: ReadModelRows): ReadonlyArray<LoanRow> =>
    rowsOfOverdueLoans(overdueLoans(deadlineAt)(addDays(1 - billedAfterDays)(day))(rows))(rows)
