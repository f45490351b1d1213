import { addDays, type Day } from '../../domain/values/day'
import type { Rows } from '../kernel/rows'
import { loans, type Loan } from './rows'

/** The overdue list: running loans whose due day is before the given day, longest overdue first. */
export const overdue =
  (day: Day) =>
  (rows: Rows): ReadonlyArray<Loan> =>
    rows.find(loans, { where: { endedOn: null }, below: { dueOn: day }, orderBy: ['dueOn', 'loan'] })

/** Running loans that are at least so many days overdue on a day: their copies count as lost and are billed. */
export const toBill =
  (billedAfterDays: number) =>
  (day: Day) =>
  (rows: Rows): ReadonlyArray<Loan> =>
    rows.find(loans, {
      where: { endedOn: null },
      upTo: { dueOn: addDays(-billedAfterDays)(day) },
      orderBy: ['dueOn', 'loan'],
    })
