import { either as E } from 'fp-ts'
import { daysBetween, type Day } from '../../../values/day'
import type { IdempotencyId } from '../../../values/ids'
import { longestOfflineDays } from '../../../policy/longest-offline-days'
import { DayOpened } from '../../events/day-opened'
import type { DecideFromState } from '../decide-day-from-state'
import { refuseDayCommand } from '../day-refusal'
import { idempotencyScopeOfDay } from '../day-state'

/** The first command that names a day opens it. `today` is the library's day when that command arrives. */
export interface OpenDay {
  readonly type: 'OpenDay'
  readonly day: Day
  readonly idempotencyScope: IdempotencyId
  readonly today: Day
}

/** A day is opened once; a repeat changes nothing. Refused: `DayHasNotCome`, `DayIsTooLongAgo`. */
export const decideOpenDay =
  ({ day, idempotencyScope: idempotency, today }: OpenDay): DecideFromState =>
  (state) => {
    const daysAgo = daysBetween(day)(today)
    if (daysAgo < 0) return refuseDayCommand('DayHasNotCome')
    if (daysAgo > longestOfflineDays) return refuseDayCommand('DayIsTooLongAgo')
    return E.right(idempotencyScopeOfDay(state) === null ? [DayOpened({ day, idempotency }, {})] : [])
  }
