import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { GuardianshipId, type GuardianId } from '../../../../../domain/values/ids'
import { staffAndGuardians } from '../../access/caller-roles-of-routes'
import { objectCodec } from '../../codecs/object-codec'
import { defineCommandRoute } from '../../route/define-route'
import { guardianEtag } from '../borrowers/borrower-etag'
import { ContactBody } from '../borrowers/borrower-request-codecs'
import { sendLinkToGuardianAfterChange } from '../borrowers/send-email-link-after-change'
import { changeBorrowerIfMatch } from '../borrowers/change-borrower-if-match'
import { readCaughtUpRows } from '../read-caught-up-rows'
import { guardianOfRequest, GuardianshipPathParameters } from './guardianship-of-request'

export const correctGuardianContactRoute = defineCommandRoute({
  method: 'put',
  path: '/guardianships/:guardianship/contact',
  name: 'correctGuardianContact',
  headers: ['ETag'],
  summary:
    'Correct how the library reaches a guardian (værge); the earlier contact details are forgotten with the closing of the next month. A new e-mail for notices gets a link by which it is verified',
  tag: 'Borrowers',
  roles: staffAndGuardians,
  params: GuardianshipPathParameters,
  body: ContactBody,
  ifMatch: 'must',
  answer: objectCodec('GuardianshipChanged', { guardianship: GuardianshipId }),
  handle: (request) => {
    const { guardianship } = request.params
    return pipe(
      readCaughtUpRows(request.library),
      TE.chainEitherK(guardianOfRequest(request)),
      TE.chain(({ borrower }) =>
        pipe(
          changeBorrowerIfMatch(
            { ...request, params: { borrower } },
            guardianEtag,
          )(({ idFor: next }) => ({
            type: 'CorrectGuardianContact',
            ...{ borrower, guardianship, contact: request.body, guardian: next('guardian') as GuardianId },
          })),
          TE.tap(() => sendLinkToGuardianAfterChange(request)(borrower)),
        ),
      ),
      TE.map((answer) => ({ ...answer, body: { guardianship } })),
    )
  },
})
