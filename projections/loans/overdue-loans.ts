import { addDays, type Day } from '../../domain/values/day'
import type { EffectiveDeadline } from '../../domain/policy/effective-deadline'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { withEffectiveDueDay } from './loan-with-effective-due-day'
import { loansTable, type LoanRow } from './loans-table'

const byDueDay = (one: LoanRow, other: LoanRow): number =>
  one.dueOn.localeCompare(other.dueOn) || one.loan.localeCompare(other.loan)

/**
 * The overdue list: running loans whose due day is before the given day, longest overdue first. Closed days move a due day
 * only to a later one, so all of them are among those recorded as due before. What is claimed returned is on the search
 * list instead.
 */
export const overdueLoans =
  (deadlineAt: EffectiveDeadline) =>
  (day: Day) =>
  (rows: ReadModelRows): ReadonlyArray<LoanRow> =>
    rows
      .find(loansTable, { where: { endedOn: null, claimedOn: null }, lessThan: { dueOn: day } })
      .map(withEffectiveDueDay(deadlineAt))
      .filter(({ dueOn }) => dueOn < day)
      .sort(byDueDay)

/**
 * Running loans that are at least `billedAfterDays` overdue on a day: their copies count as lost and are billed. What is
 * claimed returned is not billed.
 */
export const loansToBill =
  (deadlineAt: EffectiveDeadline, billedAfterDays: number) =>
  (day: Day) =>
  (rows: ReadModelRows): ReadonlyArray<LoanRow> =>
    overdueLoans(deadlineAt)(addDays(1 - billedAfterDays)(day))(rows)
