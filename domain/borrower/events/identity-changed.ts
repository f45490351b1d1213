import * as t from 'io-ts'
import { defineEvent, type AnyEventDefinition, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { BorrowerId, IdentityId } from '../../values/ids'
import { identityFields, protectableIdentityFields } from '../personal-details'

const open = { borrower: BorrowerId, identity: IdentityId, replaces: nullable(IdentityId) }

/** The first version. Nobody was protected. */
export const IdentityChangedVersion1: AnyEventDefinition & { readonly type: 'IdentityChanged' } = defineEvent(
  'IdentityChanged',
  1,
  { open, sealed: { identity: { ...identityFields, reason: t.string } } },
)

/**
 * Staff put right who the borrower is or change the protection, or the CPR register says otherwise (`reason` is then
 * `register`). What was replaced is
 * erased with the closing of the next month; `replaces` is null when it stands in a registration of version 1, and is erased
 * with the borrower.
 */
export const IdentityChanged = defineEvent(
  'IdentityChanged',
  2,
  { open, sealed: { identity: { ...protectableIdentityFields, reason: t.string } } },
  {
    open: (open) => open,
    sealed: { identity: (part) => ({ ...(part as object), isNameAndAddressProtected: false }) },
  },
)
export type IdentityChanged = EventOf<typeof IdentityChanged>
