import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { BorrowerId, IdentityId } from '../../values/ids'
import { identityFields } from '../personal-details'

/**
 * Staff put right who the borrower is. What was replaced is erased with the closing of the next month; `replaces` is null
 * when it stands in a registration of version 1, and is erased with the borrower.
 */
export const IdentityChanged = defineEvent('IdentityChanged', 1, {
  open: { borrower: BorrowerId, identity: IdentityId, replaces: nullable(IdentityId) },
  sealed: { identity: { ...identityFields, reason: t.string } },
})
export type IdentityChanged = EventOf<typeof IdentityChanged>
