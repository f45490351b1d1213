import { Router, type RequestHandler } from 'express'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { isLinkToken } from '../../../../domain/use-cases/email-link'
import type { EmailLinkDependencies } from '../../../../domain/use-cases/send-email-link'
import { confirmEmailByLink, readEmailLink, renewEmailLink } from '../../../../domain/use-cases/use-email-link'
import { statusByView, type EmailVerificationView } from '../../pages/email-verification/email-verification-texts'
import {
  emailVerificationPath,
  renderEmailVerification,
} from '../../pages/email-verification/render-email-verification'
import { answerLanguageOf } from '../request-handling/answer-language'
import { answerStatusOf, retryAfterHeader, type AnswerStatus } from '../request-handling/answer-status'
import type { HttpDependencies } from '../request-handling/http-dependencies'
import { emailLinkDependencies } from './email-link-dependencies'

/** The page loads its style sheet from this server, and sends its form there; nothing else. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/** No copy of the page is kept, and no other site learns the address, which has the token. */
const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
}

const answerStatusOfView = (view: EmailVerificationView): AnswerStatus =>
  answerStatusOf(statusByView[view], view === 'too many links' ? 'TooManyEmailLinks' : undefined)

type ViewOfToken = (token: string) => TE.TaskEither<unknown, EmailVerificationView>

const viewOf = async (see: ViewOfToken, token: string): Promise<EmailVerificationView> =>
  isLinkToken(token) ? E.getOrElse((): EmailVerificationView => 'unavailable')(await see(token)()) : 'unknown'

/** Answers a page about the token of a request. */
const answerPage =
  (see: ViewOfToken): RequestHandler<{ token: string }> =>
  async (request, response) => {
    const { token } = request.params
    const language = answerLanguageOf(request)
    const view = await viewOf(see, token)
    const answerStatus = answerStatusOfView(view)
    response
      .status(answerStatus.status)
      .set({ ...headers, ...retryAfterHeader(answerStatus), 'Content-Language': language })
      .vary('Accept-Language')
      .type('html')
      .send(renderEmailVerification({ view, token, language }))
  }

const confirm =
  (dependencies: EmailLinkDependencies): ViewOfToken =>
  (token) =>
    pipe(
      confirmEmailByLink(dependencies)(token),
      TE.flatMap((isConfirmed): ReturnType<ViewOfToken> =>
        isConfirmed ? TE.right('confirmed') : readEmailLink(dependencies)(token),
      ),
    )

const renew =
  (dependencies: EmailLinkDependencies): ViewOfToken =>
  (token) =>
    pipe(
      renewEmailLink(dependencies)(token),
      TE.map((outcome): EmailVerificationView => outcome ?? 'unknown'),
    )

/**
 * The page to which the link of a mail leads. Reading it changes nothing, because programs that check mail follow links: a
 * person confirms by its button, which sends a POST.
 */
export const createEmailVerificationRouter = (settings: Pick<HttpDependencies, 'library' | 'publicUrl'>): Router => {
  const dependencies = emailLinkDependencies(settings)
  const router = Router()
  router.get(`${emailVerificationPath}/:token`, answerPage(readEmailLink(dependencies)))
  router.post(`${emailVerificationPath}/:token`, answerPage(confirm(dependencies)))
  router.post(`${emailVerificationPath}/:token/new-link`, answerPage(renew(dependencies)))
  return router
}
