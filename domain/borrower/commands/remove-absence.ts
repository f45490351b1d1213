import { either as E } from 'fp-ts'
import type { BorrowerId } from '../../values/ids'
import { acceptedWithoutChange, decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
import { AbsenceRemoved } from '../events/absence-removed'

/** Removes the absence period of a borrower: from now on reservations are fulfilled again. */
export interface RemoveAbsence {
  readonly type: 'RemoveAbsence'
  readonly borrower: BorrowerId
}

/** Without a period it changes nothing. Refused: `BorrowerIsUnknown`. */
export const decideRemoveAbsence = ({ borrower }: RemoveAbsence): DecideFromState =>
  decideWhenRegistered(({ absence }) =>
    absence === null ? acceptedWithoutChange : E.right([AbsenceRemoved({ borrower, absence: absence.absence }, {})]),
  )
