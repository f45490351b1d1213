import * as E from 'fp-ts/Either'
import { addDays, daysFrom, laterOf, type Day } from '../../domain/values/day'

/** What is known of the library's days. */
export interface Calendar {
  /** The last day closed; until then the day before the first that circulation knows. Undefined for an empty log. */
  readonly closed: Day | undefined
  readonly today: Day
  /** The day on which an administrator confirmed the date, if ever. */
  readonly confirmed: Day | undefined
}

/** More than one day is unclosed: the service was down, or its clock has jumped. It cannot tell which. */
export interface MissingDays {
  readonly _tag: 'MissingDays'
  readonly from: Day
  readonly to: Day
}

/** The clock stands on a day that was closed already. */
export interface ClockWentBack {
  readonly _tag: 'ClockWentBack'
  readonly closed: Day
  readonly today: Day
}

export type DateRefusal = MissingDays | ClockWentBack

/** A confirmation vouches for all days before it; one for a day to come is none. */
const vouchedFor = ({ closed, today, confirmed }: Calendar & { readonly closed: Day }): Day =>
  confirmed === undefined || confirmed > today ? closed : laterOf(closed)(addDays(-1)(confirmed))

/** The days that are over and not closed, the earliest first, whether or not they may be closed now. */
export const daysOver = ({ closed, today }: Calendar): ReadonlyArray<Day> =>
  closed === undefined || closed >= today
    ? []
    : Array.from({ length: daysFrom(closed)(today) - 1 }, (_, n) => addDays(n + 1)(closed))

/**
 * The days to be closed now, the earliest first. Nothing may be closed and nothing erased while more than one day is
 * unclosed and the date is not confirmed, nor while the clock stands before a day that is over.
 */
export const daysToClose = (calendar: Calendar): E.Either<DateRefusal, ReadonlyArray<Day>> => {
  const { closed, today } = calendar
  if (closed === undefined) return E.right([])
  if (closed >= today) return E.left({ _tag: 'ClockWentBack', closed, today })
  const yesterday = addDays(-1)(today)
  if (daysFrom(vouchedFor({ ...calendar, closed }))(yesterday) > 1)
    return E.left({ _tag: 'MissingDays', from: addDays(1)(closed), to: yesterday })
  return E.right(daysOver(calendar))
}
