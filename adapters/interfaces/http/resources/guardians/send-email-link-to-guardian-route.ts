import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { GuardianshipId } from '../../../../../domain/values/ids'
import { staffAndGuardians } from '../../access/caller-roles-of-routes'
import { objectCodec } from '../../codecs/object-codec'
import { defineCommandRoute } from '../../route/define-route'
import { answerWithBody } from '../../route/route-handler'
import { mailLink } from '../borrowers/send-email-link-route'
import { readCaughtUpRows } from '../read-caught-up-rows'
import { guardianOfRequest, GuardianshipPathParameters } from './guardianship-of-request'

export const sendEmailLinkToGuardianRoute = defineCommandRoute({
  method: 'post',
  path: '/guardianships/:guardianship/email-links',
  name: 'sendEmailLinkToGuardian',
  summary: 'Mail a new link to the e-mail for notices of a guardian (værge), by which it is verified',
  tag: 'Borrowers',
  roles: staffAndGuardians,
  params: GuardianshipPathParameters,
  extraStatuses: [429],
  answer: objectCodec('LinkSentToGuardian', { guardianship: GuardianshipId }),
  handle: (request) => {
    const { guardianship } = request.params
    return pipe(
      readCaughtUpRows(request.library),
      TE.chainEitherK(guardianOfRequest(request)),
      TE.chain(({ borrower }) => mailLink(request)({ borrower, guardianship })),
      TE.map(() => answerWithBody({ guardianship })),
    )
  },
})
