import * as t from 'io-ts'
import { nullable, type DecodedMembers } from '../event/exact-record'
import { Day } from '../values/day'
import { BranchId, MunicipalityCode } from '../values/ids'
import { BorrowerGroup } from '../policy/borrower-group'
import { MessageLanguage } from './message-language'

/** The members of who a borrower is. */
export const identityFields = {
  cpr: nullable(t.string),
  name: t.string,
  birthDate: nullable(Day),
  group: BorrowerGroup,
  municipality: nullable(MunicipalityCode),
}

/** Who a borrower is. Staff put it right. */
export type IdentityDetails = DecodedMembers<typeof identityFields>

/** The members of who a borrower is, and whether name and address are protected (navne- og adressebeskyttelse). */
export const protectableIdentityFields = { ...identityFields, isNameAndAddressProtected: t.boolean }

/** Who a borrower is, and whether name and address are protected. A protected borrower is known by number alone. */
export type ProtectableIdentity = DecodedMembers<typeof protectableIdentityFields>

/** Who a borrower is, as registered: protection is a later version, by staff or from the CPR register. */
export const unprotectedIdentity = (details: IdentityDetails): ProtectableIdentity => ({
  ...details,
  isNameAndAddressProtected: false,
})

/** The members of what a borrower chooses. */
export const preferenceFields = { homeBranch: BranchId, language: MessageLanguage }

/** What a borrower chooses: the home branch, and the language of messages. */
export type BorrowerPreferences = DecodedMembers<typeof preferenceFields>

/** What a registration says of a person. */
export interface PersonalDetails extends IdentityDetails, BorrowerPreferences {
  /** Lånernummer: drawn at random by the caller, so that it says nothing of the person. */
  readonly number: string
}
