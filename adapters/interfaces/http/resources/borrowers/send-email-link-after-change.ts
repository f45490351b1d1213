import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { sendEmailLinkOnce } from '../../../../../domain/use-cases/send-email-link'
import type { BorrowerId } from '../../../../../domain/values/ids'
import { emailLinkDependencies } from '../../pages/email-link-dependencies'
import type { HttpFailure } from '../../problems/http-failure'
import type { RouteRequest } from '../../route/route-handler'

type LinkRequest = Pick<RouteRequest<unknown, unknown, unknown>, 'library' | 'publicUrl'>

/** Mails a link to a new e-mail for notices, once the contact details are recorded. */
export const sendEmailLinkAfterChange =
  (request: LinkRequest) =>
  (borrower: BorrowerId): TE.TaskEither<HttpFailure, void> =>
    pipe(
      sendEmailLinkOnce(emailLinkDependencies(request))(borrower),
      TE.mapLeft((failure): HttpFailure => failure),
    )
