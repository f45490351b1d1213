import { either as E } from 'fp-ts'
import type { BorrowerId, IdentityId } from '../../values/ids'
import { acceptedWithoutChange, decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
import { IdentityChanged } from '../events/identity-changed'

/**
 * Staff protect name and address of a borrower (navne- og adressebeskyttelse), or end the protection, and say why. It is a
 * version of who the borrower is, with an id of its own.
 */
export interface ChangeProtection {
  readonly type: 'ChangeProtection'
  readonly borrower: BorrowerId
  readonly identity: IdentityId
  readonly isNameAndAddressProtected: boolean
  readonly reason: string
}

/** When it is so already, there is no event. Refused: `BorrowerIsUnknown`. */
export const decideChangeProtection = (command: ChangeProtection): DecideFromState =>
  decideWhenRegistered(({ identity: { identity: replaces, details: current } }) => {
    const { borrower, identity, isNameAndAddressProtected, reason } = command
    if (current._tag === 'Erased' || current.value.isNameAndAddressProtected === isNameAndAddressProtected)
      return acceptedWithoutChange
    const { cpr, name, birthDate, group, municipality } = current.value
    const details = { cpr, name, birthDate, group, municipality, isNameAndAddressProtected }
    return E.right([IdentityChanged({ borrower, identity, replaces }, { identity: { ...details, reason } })])
  })
