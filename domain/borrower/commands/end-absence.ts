import { either as E } from 'fp-ts'
import { absenceEndsBy } from '../../policy/absence-period'
import type { AbsenceId, BorrowerId } from '../../values/ids'
import { lastDayOfMonth, type Month } from '../../values/month'
import type { CurrentAbsence } from '../borrower-state'
import { acceptedWithoutChange, decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
import { AbsenceEnded } from '../events/absence-ended'

/** Records that an absence period is over, as part of a month's closing. */
export interface EndAbsence {
  readonly type: 'EndAbsence'
  readonly borrower: BorrowerId
  readonly absence: AbsenceId
  /** The month that closes. */
  readonly month: Month
}

const endsIn =
  ({ absence, month }: EndAbsence) =>
  (current: CurrentAbsence | null): boolean =>
    current?.absence === absence &&
    current.period._tag === 'Plain' &&
    absenceEndsBy(lastDayOfMonth(month))(current.period.value)

/**
 * Once for each period. A period that was removed or replaced meanwhile, or is not over with the month, is left alone.
 * Refused: `BorrowerIsUnknown`.
 */
export const decideEndAbsence = (command: EndAbsence): DecideFromState =>
  decideWhenRegistered(({ absence: current }) => {
    const { borrower, absence, month: endedIn } = command
    return endsIn(command)(current)
      ? E.right([AbsenceEnded({ borrower, absence, endedIn }, {})])
      : acceptedWithoutChange
  })
