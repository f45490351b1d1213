import { monthOf } from '../../../../../domain/values/month'
import type { GuardianId, GuardianshipId } from '../../../../../domain/values/ids'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { freeTextCodec } from '../../codecs/free-text-codec'
import { nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { CprAsWritten, normalizeCpr } from '../../codecs/text-pattern-codecs'
import { defineCommandRoute } from '../../route/define-route'
import { guardianEtag } from '../borrowers/borrower-etag'
import { BorrowerChangedAnswer, BorrowerPathParameters, ContactBody } from '../borrowers/borrower-request-codecs'
import { changeBorrowerIfMatch } from '../borrowers/change-borrower-if-match'
import { PaperCodec } from './guardian-answer-codecs'

const path = '/borrowers/:borrower/guardian'

const GuardianBody = objectCodec('NewGuardian', {
  cpr: CprAsWritten,
  name: freeTextCodec(200),
  contact: ContactBody,
  paper: nullableCodec(PaperCodec),
})

export const registerGuardianRoute = defineCommandRoute({
  method: 'put',
  path,
  name: 'registerGuardian',
  headers: ['ETag'],
  summary:
    'Register who answers for a borrower under 18 (værge), in place of an earlier guardian; with the same CPR number, correct what is known of the present one',
  tag: 'Borrowers',
  roles: staffRoleOnly,
  params: BorrowerPathParameters,
  body: GuardianBody,
  namedInBody: { branch: 'paper' },
  ifMatch: 'must',
  answer: BorrowerChangedAnswer,
  handle: (request) => {
    const { cpr, name, contact, paper } = request.body
    const day = request.library.useCaseDependencies.commandHandling.clock.today()
    return changeBorrowerIfMatch(
      request,
      guardianEtag,
    )(({ idFor: next }) => ({
      type: 'RegisterGuardian',
      borrower: request.params.borrower,
      guardian: next('guardian') as GuardianId,
      guardianship: next('guardianship') as GuardianshipId,
      details: { cpr: normalizeCpr(cpr), name, details: contact, paper },
      day,
    }))
  },
})

export const removeGuardianRoute = defineCommandRoute({
  method: 'delete',
  path,
  name: 'removeGuardian',
  headers: ['ETag'],
  summary:
    'Remove the guardian (værge) of a borrower; what was known of the guardian is forgotten with the closing of the next month',
  tag: 'Borrowers',
  roles: staffRoleOnly,
  params: BorrowerPathParameters,
  ifMatch: 'must',
  answer: BorrowerChangedAnswer,
  handle: (request) => {
    const month = monthOf(request.library.useCaseDependencies.commandHandling.clock.today())
    return changeBorrowerIfMatch(
      request,
      guardianEtag,
    )(() => ({ type: 'RemoveGuardian', borrower: request.params.borrower, month }))
  },
})
