import { weekdays, type Weekday } from '../../../domain/policy/weekday'
import { Day, daysBetween } from '../../../domain/values/day'
import type { BranchSettings, ClosedDaysInFile, PolicyVersionInFile, CompletePolicyVersion } from './policy-file'
import { jsonPointerStep, toJsonPointer, type PolicyFileError } from './policy-file-error'

type Errors = ReadonlyArray<PolicyFileError>

/** Closed days are named for the years ahead; a day further away is taken for a typing error. */
const mostYearsAhead = 5
const longestPeriodDays = 366

const errorsOfDay =
  (from: Day) =>
  (day: Day, pointer: string): Errors => {
    const lastYear = Number(from.slice(0, 4)) + mostYearsAhead
    if (day < from)
      return [{ pointer, text: `${day} is before this version is in force. It must be ${from} or later.` }]
    return Number(day.slice(0, 4)) > lastYear
      ? [
          {
            pointer,
            text: `${day} is more than ${String(mostYearsAhead)} years ahead. It must be ${String(lastYear)}-12-31 or earlier.`,
          },
        ]
      : []
  }

const errorsOfPeriod =
  (from: Day) =>
  (period: ClosedDaysInFile['periods'][number], pointer: string): Errors => {
    const length = daysBetween(period.from)(period.to) + 1
    const text = `It ends on ${period.to}, before it begins on ${period.from}.`
    const isTooLong = `It lasts ${String(length)} days. At most ${String(longestPeriodDays)} are right: a branch that closes for good has closedFrom.`
    return [
      ...errorsOfDay(from)(period.from, `${pointer}/from`),
      ...errorsOfDay(from)(period.to, `${pointer}/to`),
      ...(length < 1 ? [{ pointer: `${pointer}/to`, text }] : []),
      ...(length > longestPeriodDays ? [{ pointer, text: isTooLong }] : []),
    ]
  }

/** A yearly day must exist in a leap year. */
const errorsOfYearlyDay = (day: string, pointer: string): Errors =>
  Day.is(`2028-${day}`)
    ? []
    : [{ pointer, text: `${day} is in no year. It must be a day of the calendar, such as 12-24.` }]

const errorsOfClosedDays = (from: Day, closed: Partial<ClosedDaysInFile>, pointer: string): Errors => {
  const each = <A>(
    name: keyof ClosedDaysInFile,
    items: ReadonlyArray<A> = [],
    errorsOf: (item: A, at: string) => Errors,
  ) => items.flatMap((item, index) => errorsOf(item, `${pointer}/${name}${jsonPointerStep(index)}`))
  const isNeverOpen = weekdays.every((day) => closed.weekdays?.includes(day))
  return [
    ...(isNeverOpen
      ? [{ pointer: `${pointer}/weekdays`, text: 'All seven weekdays are closed. At least one must be open.' }]
      : []),
    ...each('yearly', closed.yearly, errorsOfYearlyDay),
    ...each('days', closed.days, errorsOfDay(from)),
    ...each('periods', closed.periods, errorsOfPeriod(from)),
  ]
}

const errorsOfHours = (
  { closedDays }: Pick<CompletePolicyVersion['settings'], 'closedDays'>,
  { closedDays: own, openingHours = {} }: BranchSettings,
  pointer: string,
): Errors =>
  (Object.entries(openingHours) as ReadonlyArray<[Weekday, string]>).flatMap(([weekday, hours]) => {
    const place = `${pointer}/openingHours/${weekday}`
    const [opens = '', closes = ''] = hours.split('-')
    if (closes <= opens) return [{ pointer: place, text: `${hours} ends before it begins.` }]
    return (own?.weekdays ?? closedDays.weekdays).includes(weekday)
      ? [{ pointer: place, text: `The branch is closed on each ${weekday}. Leave the hours out, or open the weekday.` }]
      : []
  })

/** The contradictions among closed days, and between them and opening hours. */
export const findErrorsInClosedDaysOfPolicy = (
  version: PolicyVersionInFile,
  { settings }: CompletePolicyVersion,
  index: number,
): Errors => [
  ...errorsOfClosedDays(version.from, version.closedDays ?? {}, toJsonPointer('versions', index, 'closedDays')),
  ...Object.entries(version.branches ?? {}).flatMap(([code, own]) => {
    const pointer = toJsonPointer('versions', index, 'branches', code)
    const whole = Object.entries(settings.branches).find(([other]) => other === code)?.[1] ?? {}
    return [
      ...errorsOfClosedDays(version.from, own?.closedDays ?? {}, `${pointer}/closedDays`),
      ...errorsOfHours(settings, whole, pointer),
    ]
  }),
]
