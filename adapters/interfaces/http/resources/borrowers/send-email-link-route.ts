import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { EmailOwner } from '../../../../../domain/use-cases/email-link'
import { sendEmailLink, type LinkOutcome } from '../../../../../domain/use-cases/send-email-link'
import { staffAndBorrowers } from '../../access/caller-roles-of-routes'
import { requireOwnData } from '../../access/require-own-data'
import { emailLinkDependencies } from '../../pages/email-link-dependencies'
import type { HttpFailure } from '../../problems/http-failure'
import { httpRequestFailure } from '../../problems/http-request-failure'
import { defineCommandRoute } from '../../route/define-route'
import { answerWithBody, type RouteRequest } from '../../route/route-handler'
import { loadBorrower } from './borrower-etag'
import { requireRegistered } from './require-registered'
import { BorrowerChangedAnswer, BorrowerPathParameters } from './borrower-request-codecs'

const failureOf = (outcome: Exclude<LinkOutcome, 'mailed'>): HttpFailure =>
  httpRequestFailure(outcome === 'too many links' ? 'TooManyEmailLinks' : 'NoEmailToVerify')

/** Mails a link, or fails: there is no e-mail to verify, or too many links were mailed. */
export const mailLink =
  (request: Pick<RouteRequest<unknown, unknown, unknown>, 'library' | 'publicUrl'>) =>
  (owner: EmailOwner): TE.TaskEither<HttpFailure, void> =>
    pipe(
      sendEmailLink(emailLinkDependencies(request))(owner),
      TE.mapLeft((failure): HttpFailure => failure),
      TE.chain((outcome) => (outcome === 'mailed' ? TE.right(undefined) : TE.left(failureOf(outcome)))),
    )

export const sendEmailLinkRoute = defineCommandRoute({
  method: 'post',
  path: '/borrowers/:borrower/email-links',
  name: 'sendEmailLink',
  summary: 'Mail a new link to the e-mail for notices of a borrower, by which it is verified',
  tag: 'Borrowers',
  roles: staffAndBorrowers,
  params: BorrowerPathParameters,
  extraStatuses: [429],
  answer: BorrowerChangedAnswer,
  handle: (request) => {
    const { borrower } = request.params
    return pipe(
      TE.fromEither(requireOwnData(request.caller)(borrower)),
      TE.chain(() => loadBorrower(request.library)(borrower)),
      TE.chainEitherK(requireRegistered),
      TE.chain(() => mailLink(request)({ borrower, guardianship: null })),
      TE.map(() => answerWithBody({ borrower })),
    )
  },
})
