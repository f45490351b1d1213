import type { BranchClosedDays } from '../../../domain/policy/branch-closed-days'
import { weekdays } from '../../../domain/policy/weekday'
import type { ClosedDaysInFile } from './policy-file'

/** The closed days of a policy file as the domain knows them: weekdays by number. */
export const toClosedDays = ({ weekdays: names, ...closedDays }: ClosedDaysInFile): BranchClosedDays => ({
  ...closedDays,
  weekdays: names.map((name) => weekdays.indexOf(name)),
})
