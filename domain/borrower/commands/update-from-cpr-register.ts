import { either as E } from 'fp-ts'
import type { PersonInCprRegister } from '../../ports/cpr-register'
import type { Day } from '../../values/day'
import type { BlockId, BorrowerId, ContactId, IdentityId, MunicipalityCode } from '../../values/ids'
import type { BorrowerEvent } from '../borrower-event'
import type { RegisteredBorrower } from '../borrower-state'
import type { ContactDetails } from '../contact-details'
import { acceptedWithoutChange, decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
import { BlockSet } from '../events/block-set'
import { IdentityChanged } from '../events/identity-changed'
import type { ProtectableIdentity } from '../personal-details'
import { isBlockedFor } from './block-borrower'
import { eventsOfChangedContact } from './change-contact'
import { identityEq } from './change-identity'

/** Takes over what the CPR register says of a borrower, at registration or when it has changed. */
export interface UpdateFromCprRegister {
  readonly type: 'UpdateFromCprRegister'
  readonly borrower: BorrowerId
  /** The ids of the versions and of the block that it may make. */
  readonly identity: IdentityId
  readonly contact: ContactId
  readonly block: BlockId
  readonly person: PersonInCprRegister
  readonly today: Day
}

/** Why who a borrower is was changed, when the register says so. */
export const reasonOfCprRegister = 'register'

const municipalityOf = (
  { residence }: PersonInCprRegister,
  current: MunicipalityCode | null,
): MunicipalityCode | null => {
  if (residence._tag === 'NotSaid') return current
  return residence._tag === 'LivesAt' ? residence.municipality : null
}

const identityAfter = (person: PersonInCprRegister, current: ProtectableIdentity): ProtectableIdentity => ({
  cpr: person.replacedBy ?? person.cpr,
  name: person.name ?? current.name,
  birthDate: current.birthDate ?? person.birthDate,
  group: current.group,
  municipality: person.isDead ? current.municipality : municipalityOf(person, current.municipality),
  isNameAndAddressProtected: person.isNameAndAddressProtected,
})

/** The last address of a person who has died stays: the estate is written to there. */
const contactAfter = ({ residence, isDead }: PersonInCprRegister, current: ContactDetails): ContactDetails => {
  if (residence._tag === 'NotSaid' || isDead) return current
  if (residence._tag === 'NoDanishAddress') return { ...current, address: null }
  const { address, careOf } = residence
  const keepsCareOf = careOf === null && address === current.address
  return { ...current, address, careOf: keepsCareOf ? current.careOf : careOf }
}

const changedIdentity = (
  { borrower, identity, person }: UpdateFromCprRegister,
  { identity: { identity: replaces, details } }: RegisteredBorrower,
): ReadonlyArray<BorrowerEvent> => {
  if (details._tag === 'Erased') return []
  const after = identityAfter(person, details.value)
  if (identityEq.equals(after, details.value)) return []
  return [IdentityChanged({ borrower, identity, replaces }, { identity: { ...after, reason: reasonOfCprRegister } })]
}

const changedContact = (
  { borrower, contact, person }: UpdateFromCprRegister,
  { contact: current }: RegisteredBorrower,
): ReadonlyArray<BorrowerEvent> => {
  if (current.known._tag === 'Erased') return []
  const contactDetails = contactAfter(person, current.known.value.details)
  return eventsOfChangedContact({ borrower, contact, contactDetails })(current)
}

const blockOfDeceased = (
  { borrower, block, person, today: since }: UpdateFromCprRegister,
  { blocks }: RegisteredBorrower,
): ReadonlyArray<BorrowerEvent> => {
  if (!person.isDead || blocks.some(isBlockedFor('D'))) return []
  return [BlockSet({ borrower, block }, { block: { reason: 'D', since, note: null } })]
}

const isOfBorrower = ({ person }: UpdateFromCprRegister, { identity: { details } }: RegisteredBorrower): boolean =>
  details._tag === 'Plain' && details.value.cpr === person.cpr

/**
 * A move gives new contact details and a new version of who the borrower is (the municipality), a death a block `D`. What is
 * the same makes no event, and neither does a person with another number than the borrower has by now. Refused:
 * `BorrowerIsUnknown`.
 */
export const decideUpdateFromCprRegister = (command: UpdateFromCprRegister): DecideFromState =>
  decideWhenRegistered((registered) =>
    isOfBorrower(command, registered)
      ? E.right([
          ...changedIdentity(command, registered),
          ...changedContact(command, registered),
          ...blockOfDeceased(command, registered),
        ])
      : acceptedWithoutChange,
  )
