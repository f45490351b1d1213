import type { GuardianId, GuardianshipId } from '../values/ids'
import { refuseBorrowerCommand } from './borrower-refusal'
import { decideWhenRegistered, type BorrowerDecisionResult, type DecideFromState } from './decide-borrower-from-state'
import type { GuardianDetails } from './guardian-details'

/**
 * Decides on a command to the guardian of a guardianship. Refused: `BorrowerIsUnknown`, `GuardianIsUnknown` (the guardian was
 * replaced or removed since).
 */
export const decideWhenGuardianIsKnown = (
  guardianship: GuardianshipId,
  then: (known: GuardianDetails, guardian: GuardianId) => BorrowerDecisionResult,
): DecideFromState =>
  decideWhenRegistered(({ guardian: current }) =>
    current?.details._tag === 'Plain' && current.details.value.guardianship === guardianship
      ? then(current.details.value, current.guardian)
      : refuseBorrowerCommand('GuardianIsUnknown'),
  )
