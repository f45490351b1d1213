import { either as E } from 'fp-ts'
import type { BorrowerId } from '../../values/ids'
import type { Month } from '../../values/month'
import { acceptedWithoutChange, decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
import { GuardianshipEnded } from '../events/guardianship-ended'

/** Staff remove the guardian of a borrower. */
export interface RemoveGuardian {
  readonly type: 'RemoveGuardian'
  readonly borrower: BorrowerId
  /** The present month. */
  readonly month: Month
}

/** Without a guardian it changes nothing. Refused: `BorrowerIsUnknown`. */
export const decideRemoveGuardian = ({ borrower, month: endedIn }: RemoveGuardian): DecideFromState =>
  decideWhenRegistered(({ guardian: current }) =>
    current === null
      ? acceptedWithoutChange
      : E.right([GuardianshipEnded({ borrower, guardian: current.guardian, endedIn }, {})]),
  )
