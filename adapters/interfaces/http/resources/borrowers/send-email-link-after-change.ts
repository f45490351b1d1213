import { constVoid, pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { sendEmailLinkOnce } from '../../../../../domain/use-cases/send-email-link'
import { findGuardianship } from '../../../../../domain/use-cases/email-to-verify'
import type { BorrowerId } from '../../../../../domain/values/ids'
import { emailLinkDependencies } from '../../pages/email-link-dependencies'
import type { RouteRequest } from '../../route/route-handler'

type LinkRequest = Pick<RouteRequest<unknown, unknown, unknown>, 'library' | 'publicUrl'>

const orAlarm =
  ({ library }: LinkRequest) =>
  (mailing: TE.TaskEither<unknown, void>): TE.TaskEither<never, void> =>
    pipe(
      mailing,
      TE.match(() => {
        library.reportEmailLinkNotMailed()
      }, constVoid),
      TE.fromTask,
    )

/**
 * Mails a link to a new e-mail for notices, once the contact details are recorded. A link that cannot be mailed is an alarm
 * and no failure: the change is made, and a repeated request would be refused. Another link can be asked for.
 */
export const sendEmailLinkAfterChange =
  (request: LinkRequest) =>
  (borrower: BorrowerId): TE.TaskEither<never, void> =>
    pipe(sendEmailLinkOnce(emailLinkDependencies(request))({ borrower, guardianship: null }), orAlarm(request))

/** The same to a new e-mail for notices of the guardian of a borrower. */
export const sendLinkToGuardianAfterChange =
  (request: LinkRequest) =>
  (borrower: BorrowerId): TE.TaskEither<never, void> => {
    const dependencies = emailLinkDependencies(request)
    return pipe(
      findGuardianship(dependencies.useCaseDependencies)(borrower),
      TE.flatMap((guardianship) =>
        guardianship === undefined ? TE.right(undefined) : sendEmailLinkOnce(dependencies)({ borrower, guardianship }),
      ),
      orAlarm(request),
    )
  }
