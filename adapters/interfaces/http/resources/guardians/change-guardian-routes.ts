import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type * as t from 'io-ts'
import type { GuardianPaper } from '../../../../../domain/borrower/guardian-details'
import { Month, monthOf } from '../../../../../domain/values/month'
import { BranchId, type GuardianId, type GuardianshipId } from '../../../../../domain/values/ids'
import { staffRoleOnly } from '../../access/caller-roles-of-routes'
import { freeTextCodec } from '../../codecs/free-text-codec'
import { nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { CprAsWritten, normalizeCpr } from '../../codecs/text-pattern-codecs'
import { withFieldRule } from '../../codecs/with-field-rule'
import { defineCommandRoute } from '../../route/define-route'
import { guardianEtag } from '../borrowers/borrower-etag'
import { BorrowerChangedAnswer, BorrowerPathParameters, ContactBody } from '../borrowers/borrower-request-codecs'
import { sendLinkToGuardianAfterChange } from '../borrowers/send-email-link-after-change'
import { changeBorrowerIfMatch } from '../borrowers/change-borrower-if-match'

const path = '/borrowers/:borrower/guardian'

const GuardianBodyFields = objectCodec('NewGuardian', {
  cpr: CprAsWritten,
  name: freeTextCodec(200),
  contact: ContactBody,
  paperMonth: nullableCodec(Month),
  paperBranch: nullableCodec(BranchId),
})
type GuardianBodyFields = t.TypeOf<typeof GuardianBodyFields>

/** A guardian as they are sent. Month and branch of the paper stand together; both are null without a paper. */
const GuardianBody = withFieldRule<GuardianBodyFields>({
  field: 'paperBranch',
  holds: ({ paperMonth, paperBranch }) => (paperMonth === null) === (paperBranch === null),
  errorText: { da: 'skal stå sammen med paperMonth', en: 'must stand together with paperMonth' },
})(GuardianBodyFields)

const paperOf = ({ paperMonth: month, paperBranch: branch }: GuardianBodyFields): GuardianPaper | null =>
  month === null || branch === null ? null : { month, branch }

export const registerGuardianRoute = defineCommandRoute({
  method: 'put',
  path,
  name: 'registerGuardian',
  headers: ['ETag'],
  summary:
    'Register who answers for a borrower under 18 (værge), in place of an earlier guardian; with the same CPR number, correct what is known of the present one. A new e-mail for notices gets a link by which it is verified',
  tag: 'Borrowers',
  roles: staffRoleOnly,
  params: BorrowerPathParameters,
  body: GuardianBody,
  namedInBody: { branch: 'paperBranch' },
  ifMatch: 'must',
  answer: BorrowerChangedAnswer,
  handle: (request) => {
    const { cpr, name, contact } = request.body
    const day = request.library.useCaseDependencies.commandHandling.clock.today()
    const { borrower } = request.params
    return pipe(
      changeBorrowerIfMatch(
        request,
        guardianEtag,
      )(({ idFor: next }) => ({
        type: 'RegisterGuardian',
        borrower,
        guardian: next('guardian') as GuardianId,
        guardianship: next('guardianship') as GuardianshipId,
        details: { cpr: normalizeCpr(cpr), name, details: contact, paper: paperOf(request.body) },
        day,
      })),
      TE.tap(() => sendLinkToGuardianAfterChange(request)(borrower)),
    )
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
