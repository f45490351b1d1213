import * as t from 'io-ts'
import type { IdentityId } from '../../../../../domain/values/ids'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { freeTextCodec } from '../../codecs/free-text-codec'
import { objectCodec } from '../../codecs/object-codec'
import { defineCommandRoute } from '../../route/define-route'
import { BorrowerChangedAnswer, BorrowerPathParameters } from './borrower-request-codecs'
import { changeBorrowerIfMatch } from './change-borrower-if-match'

/** Whether name and address are protected. It needs neither of them, so staff do not open them for it. */
export const changeProtectionRoute = defineCommandRoute({
  method: 'put',
  path: '/borrowers/:borrower/protection',
  name: 'changeProtection',
  headers: ['ETag'],
  summary:
    'Protect name and address of a borrower (navne- og adressebeskyttelse), or end the protection, when the CPR register does not say it',
  tag: 'Borrowers',
  roles: staffRoleOnly,
  params: BorrowerPathParameters,
  body: objectCodec('ProtectionChange', {
    protection: t.keyof({ nameAndAddress: null, none: null }),
    reason: freeTextCodec(200),
  }),
  answer: BorrowerChangedAnswer,
  handle: (request) =>
    changeBorrowerIfMatch(request)(({ idFor: next }) => ({
      type: 'ChangeProtection',
      borrower: request.params.borrower,
      identity: next('identity') as IdentityId,
      isNameAndAddressProtected: request.body.protection === 'nameAndAddress',
      reason: request.body.reason,
    })),
})
