import { isAmongClosedDays, openDaySearchLimitInDays } from '../../../domain/policy/branch-closed-days'
import { addDays, daysBetween, type Day } from '../../../domain/values/day'
import type { BranchId } from '../../../domain/values/ids'
import type { ClosedDaysInFile, PolicyFile, CompletePolicyVersion } from './policy-file'
import { toJsonPointer, type PolicyFileError } from './policy-file-error'
import { toClosedDays } from './to-closed-days'

type Errors = ReadonlyArray<PolicyFileError>
type Versions = ReadonlyArray<CompletePolicyVersion>

const weekdayCount = 7
const weeksOfAYear = 52

/** Days from the beginning of a version that are searched: single days are named for five years ahead at most. */
const searchedDays = 7 * 366
const farthest = '9999-12-31' as Day

/** Whose closed days: those of the library, or of one branch. */
type Scope = BranchId | 'library'

const closedDaysOf = ({ settings }: CompletePolicyVersion, scope: Scope): ClosedDaysInFile => ({
  ...settings.closedDays,
  ...(scope === 'library' ? {} : settings.branches[scope]?.closedDays),
})

/** Whether the closed days, besides the weekdays, are so many that they could fill the open weekdays of a year. */
const couldFillAYear = (closed: ReadonlyArray<ClosedDaysInFile>): boolean => {
  const openWeekdays = Math.min(...closed.map((each) => weekdayCount - each.weekdays.length))
  const count = ({ yearly, days, periods }: ClosedDaysInFile): number =>
    yearly.length + days.length + periods.reduce((sum, { from, to }) => sum + daysBetween(from)(to) + 1, 0)
  return closed.reduce((sum, each) => sum + count(each), 0) >= openWeekdays * weeksOfAYear
}

/** The first day in a version from which no day is open for longer than is searched. */
const findEndlessClosure = (versions: Versions, index: number, scope: Scope): Day | undefined => {
  const [version, next] = [versions[index], versions[index + 1]]
  if (version === undefined) return undefined
  const closedDays = versions.map((each) => closedDaysOf(each, scope))
  if (!couldFillAYear(closedDays)) return undefined
  const end = [next?.from ?? farthest, addDays(searchedDays)(version.from)].sort()[0] ?? version.from
  const isClosed = closedDays.map((each) => isAmongClosedDays(toClosedDays(each)))
  let start = version.from
  for (let day = start; start < end; day = addDays(1)(day)) {
    const isClosedInForce = isClosed[versions.findLastIndex(({ from }) => from <= day)]
    if (isClosedInForce?.(day) !== true) start = addDays(1)(day)
    else if (daysBetween(start)(day) + 1 >= openDaySearchLimitInDays) return start
  }
  return undefined
}

const errorsOfScope = ({ versions: given }: PolicyFile, versions: Versions, scope: Scope): Errors =>
  versions.flatMap((version, index) => {
    const own = scope === 'library' ? undefined : given[index]?.branches?.[scope]?.closedDays
    const isChanged = (own ?? given[index]?.closedDays) !== undefined
    if (!isChanged || closedDaysOf(version, scope).weekdays.length === weekdayCount) return []
    const start = findEndlessClosure(versions, index, scope)
    const steps = scope === 'library' ? [] : ['branches', scope]
    return start === undefined
      ? []
      : [
          {
            pointer: toJsonPointer('versions', index, ...steps, 'closedDays'),
            text: `Together they leave no day open for a year from ${start}, so no due day and no pick-up deadline can be found. Open at least one day.`,
          },
        ]
  })

/** Closed days that leave no day open for so long that no due day and no pick-up deadline is found. */
export const checkEnoughOpeningDays = (file: PolicyFile, versions: Versions): Errors => {
  const branches = versions.flatMap(({ settings }) =>
    Object.entries(settings.branches).flatMap(([code, own]) =>
      own?.closedDays === undefined ? [] : [code as BranchId],
    ),
  )
  return ['library' as const, ...new Set(branches)].flatMap((scope) => errorsOfScope(file, versions, scope))
}
