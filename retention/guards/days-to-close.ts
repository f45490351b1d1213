import * as E from 'fp-ts/Either'
import { addDays, daysBetween, laterDayOf, type Day } from '../../domain/values/day'

/** The last closed day, today, and the day of the last confirmation. */
export interface DayClosingDates {
  /** Before the first closing: the day before the first event of *circulation*. Undefined for an empty log. */
  readonly lastClosed: Day | undefined
  readonly today: Day
  /** The day on which an administrator confirmed the date; undefined when none has. */
  readonly confirmedOn: Day | undefined
}

/** More than one day is not closed: the service was down, or its clock has jumped. The service cannot tell which. */
export interface MissingDays {
  readonly _tag: 'MissingDays'
  readonly from: Day
  readonly to: Day
}

/** The clock shows a day that is closed already. */
export interface ClockWentBack {
  readonly _tag: 'ClockWentBack'
  readonly closed: Day
  readonly today: Day
}

export type DaysToCloseRefusal = MissingDays | ClockWentBack

/** A confirmation covers all days before it. A confirmation on a later day than today is ignored. */
const confirmedUpTo = ({ lastClosed, today, confirmedOn }: DayClosingDates & { readonly lastClosed: Day }): Day =>
  confirmedOn === undefined || confirmedOn > today ? lastClosed : laterDayOf(lastClosed)(addDays(-1)(confirmedOn))

/** The days that are over and not closed, earliest first, whether or not they may be closed now. */
export const daysAwaitingClosing = ({ lastClosed, today }: DayClosingDates): ReadonlyArray<Day> =>
  lastClosed === undefined || lastClosed >= today
    ? []
    : Array.from({ length: daysBetween(lastClosed)(today) - 1 }, (_, n) => addDays(n + 1)(lastClosed))

/**
 * The days to be closed now, earliest first. Nothing is closed and nothing is erased while more than one day is not
 * closed and the date is not confirmed, or while the clock shows a day that is closed already.
 */
export const daysToClose = (dates: DayClosingDates): E.Either<DaysToCloseRefusal, ReadonlyArray<Day>> => {
  const { lastClosed, today } = dates
  if (lastClosed === undefined) return E.right([])
  if (lastClosed >= today) return E.left({ _tag: 'ClockWentBack', closed: lastClosed, today })
  const yesterday = addDays(-1)(today)
  if (daysBetween(confirmedUpTo({ ...dates, lastClosed }))(yesterday) > 1)
    return E.left({ _tag: 'MissingDays', from: addDays(1)(lastClosed), to: yesterday })
  return E.right(daysAwaitingClosing(dates))
}
