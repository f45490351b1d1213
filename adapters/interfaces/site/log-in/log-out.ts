import type { Request, RequestHandler, Response } from 'express'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import { textsOf } from '../page/form-values'
import { isTrustedForm } from '../page/is-trusted-form'
import type { SiteDependencies } from '../page/site-dependencies'
import { clearCookie, readCookie } from '../sessions/cookies'
import type { LivingSession } from '../sessions/session'

/** Where a provider sends people back who have logged out there too. It is registered with the provider. */
export const logOutReturnPath = '/log-ind/logget-ud'

/** Log-out, and the request by which a page keeps its session alive. */
export const createLogOut = (dependencies: SiteDependencies) => {
  const { logIn, sessions } = dependencies
  const { mode, publicUrl } = dependencies.http

  const sessionOf = async (id: string | undefined): Promise<LivingSession | undefined> => {
    const session = id === undefined ? E.right(undefined) : await sessions.use(id)()
    return E.isRight(session) ? session.right : undefined
  }

  /** The page of the provider that ends what the person has there; else our own. */
  const nextPage = async (session: LivingSession | undefined, language: MessageLanguage): Promise<string> => {
    const { provider } =
      (session === undefined || session.provider === null ? undefined : logIn.providers[session.provider]) ?? {}
    const there = await provider?.endSessionUrl(`${publicUrl}${logOutReturnPath}`)()
    const ownPage = `/${language}/log-ind?notice=loggedOut`
    return there !== undefined && E.isRight(there) ? (there.right ?? ownPage) : ownPage
  }

  /** Ends this session; or all of the person, when the form says so. */
  const endSessions = (id: string, session: LivingSession | undefined, isEverywhere: boolean) =>
    pipe(
      session !== undefined && isEverywhere ? sessions.endAllOf(session) : TE.right(undefined),
      TE.flatMap(() => sessions.end(id)),
    )

  const logOut =
    (language: MessageLanguage): RequestHandler =>
    async (request, response) => {
      const id = readCookie(mode, 'session', request)
      if (id === undefined || !isTrustedForm(dependencies, request, id)) {
        response.redirect(303, `/${language}/`)
        return
      }
      const session = await sessionOf(id)
      const ended = await endSessions(id, session, textsOf(request.body)['everywhere'] === 'yes')()
      if (E.isLeft(ended)) {
        response.redirect(303, `/${language}/log-ind?notice=unavailable`)
        return
      }
      clearCookie(mode, 'session', response)
      response.set({ 'Cache-Control': 'no-store', 'Clear-Site-Data': '"cache"' })
      response.redirect(303, await nextPage(session, language))
    }

  /** Answers when the session ends now, as JSON; 401 when it has ended. */
  const extend = async (request: Request, response: Response): Promise<void> => {
    const session = await sessionOf(readCookie(mode, 'session', request))
    response
      .status(session === undefined ? 401 : 200)
      .set('Cache-Control', 'no-store')
      .json(session === undefined ? {} : { endsAt: session.endsAt })
  }

  return { logOut, extend }
}
