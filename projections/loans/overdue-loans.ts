import { addDays, type Day } from '../../domain/values/day'
import type { ReadModelRows } from '../read-model/read-model-rows'
import { loansTable, type LoanRow } from './loans-table'

/**
 * The overdue list: running loans whose due day is before the given day, longest overdue first. What is claimed returned
 * is on the search list instead.
 */
export const overdueLoans =
  (day: Day) =>
  (rows: ReadModelRows): ReadonlyArray<LoanRow> =>
    rows.find(loansTable, {
      where: { endedOn: null, claimedOn: null },
      lessThan: { dueOn: day },
      orderBy: ['dueOn', 'loan'],
    })

/**
 * Running loans that are at least `billedAfterDays` overdue on a day: their copies count as lost and are billed. What is
 * claimed returned is not billed.
 */
export const loansToBill =
  (billedAfterDays: number) =>
  (day: Day) =>
  (rows: ReadModelRows): ReadonlyArray<LoanRow> =>
    rows.find(loansTable, {
      where: { endedOn: null, claimedOn: null },
      atMost: { dueOn: addDays(-billedAfterDays)(day) },
      orderBy: ['dueOn', 'loan'],
    })
