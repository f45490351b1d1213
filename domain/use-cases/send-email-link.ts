import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { InfrastructureError } from '../command-handling/command-error'
import type { ShortTermStore } from '../ports/short-term-store'
import {
  countOfLinksKey,
  countOfLinksMs,
  linkKey,
  linkMs,
  mailedLinkKey,
  newLinkToken,
  ownerAsText,
  ownerOfLinkKey,
  ownerOfLinkMs,
  type EmailLinkContent,
  type EmailOwner,
} from './email-link'
import { findEmailToVerify } from './email-to-verify'
import { makeNotice } from './make-notice'
import type { UseCaseDependencies } from './use-case-dependencies'

/** What the mailing of a link needs. */
export interface EmailLinkDependencies {
  readonly useCaseDependencies: UseCaseDependencies
  readonly shortTerm: ShortTermStore
  /** The address of a link. */
  readonly urlOfLink: (token: string) => string
}

/** What became of a link: it is mailed within the minute, there is no e-mail to verify, or too many were mailed. */
export type LinkOutcome = 'mailed' | 'no e-mail to verify' | 'too many links'

type LinkResult = TE.TaskEither<InfrastructureError, LinkOutcome>

/** Stores what the link opens, before it is mailed. */
const storeLink =
  ({ useCaseDependencies: { policy, commandHandling }, shortTerm }: EmailLinkDependencies, token: string) =>
  (link: EmailLinkContent): TE.TaskEither<InfrastructureError, unknown> => {
    const { borrower: subject } = link
    const lastsMs = linkMs(policy(commandHandling.clock.today()).emailVerification.linkHours)
    const value = JSON.stringify(link)
    return pipe(
      shortTerm.put({ ...linkKey(token), subject, lastsMs, value }),
      TE.flatMap(() =>
        shortTerm.put({ ...ownerOfLinkKey(token), subject, lastsMs: ownerOfLinkMs, value: ownerAsText(link) }),
      ),
      TE.flatMap(() => shortTerm.put({ ...mailedLinkKey(link), subject, lastsMs, value: '' })),
    )
  }

const mailLink =
  (dependencies: EmailLinkDependencies) =>
  (link: EmailLinkContent): LinkResult => {
    const { useCaseDependencies, urlOfLink } = dependencies
    const token = newLinkToken(useCaseDependencies.commandHandling.random)
    const notice = { kind: 'verifyEmail', ...link, link: urlOfLink(token) } as const
    return pipe(
      storeLink(dependencies, token)(link),
      TE.flatMap(() => makeNotice(useCaseDependencies)(notice, token)),
      TE.map(() => 'mailed'),
    )
  }

const mailLinkIfNotTooMany =
  (dependencies: EmailLinkDependencies) =>
  (link: EmailLinkContent): LinkResult => {
    const { shortTerm, useCaseDependencies } = dependencies
    const { mostLinks } = useCaseDependencies.policy(
      useCaseDependencies.commandHandling.clock.today(),
    ).emailVerification
    const counted = { ...countOfLinksKey(link), subject: link.borrower, lastsMs: countOfLinksMs }
    return pipe(
      shortTerm.countUpTo(mostLinks, counted),
      TE.flatMap((isCounted) => (isCounted ? mailLink(dependencies)(link) : TE.right('too many links'))),
    )
  }

/** Mails a link to the e-mail for notices of a borrower or a guardian, because they or staff ask for it. */
export const sendEmailLink =
  (dependencies: EmailLinkDependencies) =>
  (owner: EmailOwner): LinkResult =>
    pipe(
      findEmailToVerify(dependencies.useCaseDependencies)(owner),
      TE.flatMap((email) =>
        email === undefined ? TE.right('no e-mail to verify') : mailLinkIfNotTooMany(dependencies)({ ...owner, email }),
      ),
    )

/**
 * Mails a link after contact details were recorded, if the e-mail for notices is not verified and has got no link yet.
 * It may run again for the same change.
 */
export const sendEmailLinkOnce =
  (dependencies: EmailLinkDependencies) =>
  (owner: EmailOwner): TE.TaskEither<InfrastructureError, void> =>
    pipe(
      findEmailToVerify(dependencies.useCaseDependencies)(owner),
      TE.flatMap((email) => {
        if (email === undefined) return TE.right(undefined)
        return pipe(
          dependencies.shortTerm.get(mailedLinkKey({ ...owner, email })),
          TE.flatMap((mailed) =>
            mailed === undefined ? mailLinkIfNotTooMany(dependencies)({ ...owner, email }) : TE.right(undefined),
          ),
        )
      }),
      TE.map(() => undefined),
    )
