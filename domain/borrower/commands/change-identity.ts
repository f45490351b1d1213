import { either as E, eq as Eq } from 'fp-ts'
import type { Eq as Equals } from 'fp-ts/Eq'
import type { BorrowerId, IdentityId } from '../../values/ids'
import { nullableStringEq } from '../../values/nullable-string-eq'
import { refuseBorrowerCommand } from '../borrower-refusal'
import { acceptedWithoutChange, decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
import { IdentityChanged } from '../events/identity-changed'
import type { CurrentGuardian, CurrentIdentity } from '../borrower-state'
import type { IdentityDetails } from '../personal-details'

/** Staff put right who a borrower is (GDPR Article 16), and say why. The new details get an id of their own. */
export interface ChangeIdentity {
  readonly type: 'ChangeIdentity'
  readonly borrower: BorrowerId
  readonly identity: IdentityId
  readonly details: IdentityDetails
  readonly reason: string
}

const identityEq: Equals<IdentityDetails> = Eq.struct({
  cpr: nullableStringEq,
  name: nullableStringEq,
  birthDate: nullableStringEq,
  group: nullableStringEq,
  municipality: nullableStringEq,
})

const isUnchanged =
  (details: IdentityDetails) =>
  (current: CurrentIdentity): boolean =>
    current.details._tag === 'Plain' && identityEq.equals(details, current.details.value)

const isGuardian = ({ cpr }: IdentityDetails, guardian: CurrentGuardian | null): boolean =>
  cpr !== null && guardian?.details._tag === 'Plain' && guardian.details.value.cpr === cpr

/**
 * When the details are the same, there is no event. Refused: `BorrowerIsUnknown`, and `GuardianIsTheChild` for the CPR number
 * of the borrower's guardian.
 */
export const decideChangeIdentity = ({ borrower, identity, details, reason }: ChangeIdentity): DecideFromState =>
  decideWhenRegistered((registered) => {
    if (isUnchanged(details)(registered.identity)) return acceptedWithoutChange
    if (isGuardian(details, registered.guardian)) return refuseBorrowerCommand('GuardianIsTheChild')
    const { identity: replaces } = registered.identity
    return E.right([IdentityChanged({ borrower, identity, replaces }, { identity: { ...details, reason } })])
  })
