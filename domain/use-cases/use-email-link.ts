import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { InfrastructureError } from '../command-handling/command-error'
import { changeBorrower, type BorrowerChange } from './change-borrower'
import { unkeyedOrigin } from './command-metadata'
import { linkFromText, linkKey, ownerFromText, ownerOfLinkKey, type EmailLinkContent } from './email-link'
import { sendEmailLink, type EmailLinkDependencies, type LinkOutcome } from './send-email-link'

type LinkDependencies = Pick<EmailLinkDependencies, 'useCaseDependencies' | 'shortTerm'>

/** What a link is good for: to confirm an e-mail; or, once it was used or has ended, to order a new one; or nothing. */
export type LinkState = 'usable' | 'ended' | 'unknown'

/** The state of a link. It changes nothing: programs follow links too. */
export const readEmailLink =
  ({ shortTerm }: LinkDependencies) =>
  (token: string): TE.TaskEither<InfrastructureError, LinkState> =>
    pipe(
      TE.Do,
      TE.bind('link', () => shortTerm.get(linkKey(token))),
      TE.bind('owner', () => shortTerm.get(ownerOfLinkKey(token))),
      TE.map(({ link, owner }): LinkState => {
        if (link !== undefined) return 'usable'
        return owner === undefined ? 'unknown' : 'ended'
      }),
    )

const verifyCommand = ({ borrower, guardianship, email }: EmailLinkContent): BorrowerChange =>
  guardianship === null
    ? { type: 'VerifyEmail', borrower, email }
    : { type: 'VerifyGuardianEmail', borrower, guardianship, email }

/** Whether the e-mail is confirmed now: not when it was changed since, the guardian replaced, or the borrower erased. */
const verify =
  ({ useCaseDependencies }: LinkDependencies) =>
  (link: EmailLinkContent): TE.TaskEither<InfrastructureError, boolean> =>
    pipe(
      changeBorrower(useCaseDependencies)(link.borrower, {
        at: useCaseDependencies.commandHandling.clock.now(),
        origin: unkeyedOrigin,
      })(() => verifyCommand(link)),
      TE.map(() => true),
      TE.orElse((error) => (error._tag === 'Refused' || error._tag === 'TooLate' ? TE.right(false) : TE.left(error))),
    )

/**
 * Confirms the e-mail to which a link was mailed, and uses the link up. Answers false when the link is unknown, was used or
 * has ended, or when the e-mail was changed since. After an error the link can be used again.
 */
export const confirmEmailByLink =
  (dependencies: LinkDependencies) =>
  (token: string): TE.TaskEither<InfrastructureError, boolean> =>
    pipe(
      dependencies.shortTerm.get(linkKey(token)),
      TE.flatMap((value) => (value === undefined ? TE.right(false) : verify(dependencies)(linkFromText(value)))),
      TE.tap(() => dependencies.shortTerm.remove(linkKey(token))),
    )

/** Mails a new link in place of one that has ended. Undefined when the link is unknown. */
export const renewEmailLink =
  (dependencies: EmailLinkDependencies) =>
  (token: string): TE.TaskEither<InfrastructureError, LinkOutcome | undefined> =>
    pipe(
      dependencies.shortTerm.get(ownerOfLinkKey(token)),
      TE.flatMap((owner) =>
        owner === undefined ? TE.right(undefined) : sendEmailLink(dependencies)(ownerFromText(owner)),
      ),
    )
