import { boolean, either as E, eq as Eq } from 'fp-ts'
import type { Eq as Equals } from 'fp-ts/Eq'
import type { BorrowerId, IdentityId } from '../../values/ids'
import { nullableStringEq } from '../../values/nullable-string-eq'
import { refuseBorrowerCommand } from '../borrower-refusal'
import { acceptedWithoutChange, decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
import { IdentityChanged } from '../events/identity-changed'
import type { CurrentGuardian, CurrentIdentity } from '../borrower-state'
import type { IdentityDetails, ProtectableIdentity } from '../personal-details'

/** Staff put right who a borrower is (GDPR Article 16), and say why. The new details get an id of their own. */
export interface ChangeIdentity {
  readonly type: 'ChangeIdentity'
  readonly borrower: BorrowerId
  readonly identity: IdentityId
  readonly details: IdentityDetails
  readonly reason: string
}

/** Whether two borrowers are known by the same details. */
export const identityEq: Equals<ProtectableIdentity> = Eq.struct({
  cpr: nullableStringEq,
  name: nullableStringEq,
  birthDate: nullableStringEq,
  group: nullableStringEq,
  municipality: nullableStringEq,
  isNameAndAddressProtected: boolean.Eq,
})

const isUnchanged =
  (details: ProtectableIdentity) =>
  (current: CurrentIdentity): boolean =>
    current.details._tag === 'Plain' && identityEq.equals(details, current.details.value)

const isProtected = ({ details }: CurrentIdentity): boolean =>
  details._tag === 'Plain' && details.value.isNameAndAddressProtected

const isGuardian = ({ cpr }: IdentityDetails, guardian: CurrentGuardian | null): boolean =>
  cpr !== null && guardian?.details._tag === 'Plain' && guardian.details.value.cpr === cpr

/**
 * When the details are the same, there is no event. Protection of name and address stays as it is. Refused: `BorrowerIsUnknown`, and `GuardianIsTheChild` for the CPR number
 * of the borrower's guardian.
 */
export const decideChangeIdentity = (command: ChangeIdentity): DecideFromState =>
  decideWhenRegistered((registered) => {
    const { borrower, identity, reason } = command
    const details = { ...command.details, isNameAndAddressProtected: isProtected(registered.identity) }
    if (isUnchanged(details)(registered.identity)) return acceptedWithoutChange
    if (isGuardian(details, registered.guardian)) return refuseBorrowerCommand('GuardianIsTheChild')
    const { identity: replaces } = registered.identity
    return E.right([IdentityChanged({ borrower, identity, replaces }, { identity: { ...details, reason } })])
  })
