import { either as E } from 'fp-ts'
import { isMinorOn } from '../../policy/guardian-policy'
import type { Policy } from '../../policy/policy'
import type { BorrowerId, GuardianId } from '../../values/ids'
import { lastDayOfMonth, type Month } from '../../values/month'
import type { RegisteredBorrower } from '../borrower-state'
import { acceptedWithoutChange, decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
import { GuardianshipEnded } from '../events/guardianship-ended'

/** Records that a borrower has come of age, as part of a month's closing. */
export interface EndGuardianship {
  readonly type: 'EndGuardianship'
  readonly borrower: BorrowerId
  readonly guardian: GuardianId
  /** The month that closes. */
  readonly month: Month
}

const isMinorAtEndOf =
  (month: Month, { guardians }: Policy) =>
  ({ identity: { details } }: RegisteredBorrower): boolean =>
    isMinorOn(guardians)(details._tag === 'Plain' ? details.value.birthDate : null)(lastDayOfMonth(month))

/**
 * Once for each guardianship. One that was replaced or removed meanwhile, and one of a borrower who is under age when the
 * month ends, is left alone. It ends too when the birth date is unknown. Refused: `BorrowerIsUnknown`.
 */
export const decideEndGuardianship =
  (policy: Policy) =>
  ({ borrower, guardian, month: endedIn }: EndGuardianship): DecideFromState =>
    decideWhenRegistered((state) =>
      state.guardian?.guardian !== guardian || isMinorAtEndOf(endedIn, policy)(state)
        ? acceptedWithoutChange
        : E.right([GuardianshipEnded({ borrower, guardian, endedIn }, {})]),
    )
