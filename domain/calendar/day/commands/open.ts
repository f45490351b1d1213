import { either as E } from 'fp-ts'
import { daysFrom, type Day } from '../../../values/day'
import type { IdempotencyId } from '../../../values/ids'
import { longestOffline } from '../../../policy/offline'
import { DayOpened } from '../../events/day-opened'
import type { Decision } from '../decision'
import { refuse } from '../refusal'
import { idempotencyOf } from '../state'

/** The first command that names a day opens it. `today` is the library's day when the command arrives. */
export interface OpenDay {
  readonly type: 'OpenDay'
  readonly day: Day
  readonly idempotency: IdempotencyId
  readonly today: Day
}

/** A day is opened once; again changes nothing. Refused: `DayHasNotCome`, `DayIsTooLongAgo`. */
export const openDay =
  ({ day, idempotency, today }: OpenDay): Decision =>
  (state) => {
    const ago = daysFrom(day)(today)
    if (ago < 0) return refuse('DayHasNotCome')
    if (ago > longestOffline) return refuse('DayIsTooLongAgo')
    return E.right(idempotencyOf(state) === null ? [DayOpened({ day, idempotency }, {})] : [])
  }
