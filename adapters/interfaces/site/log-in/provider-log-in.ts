import type { Request, RequestHandler, Response } from 'express'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import type { LogInNotice } from '../../pages/log-in/log-in-texts'
import { answerLanguageOf } from '../../http/request-handling/answer-language'
import type { SiteDependencies } from '../page/site-dependencies'
import { readCookie, setCookie } from '../sessions/cookies'
import type { KnownCaller, LogInAudience } from '../sessions/session'
import { beginSession } from './begin-session'
import { callersOfClaims } from './callers-of-claims'
import { createLogInsUnderWay, type LogInUnderWay } from './log-in-under-way'
import { textOf } from './request-text'
import { showLogIn } from './show-log-in'

/** Where a provider sends people back. It is registered with the provider. */
export const logInReturnPath = '/log-ind/svar'

/** Log-in by a provider: the way to it, and the way back. */
export const createProviderLogIn = (dependencies: SiteDependencies) => {
  const { http, logIn } = dependencies
  const { library, mode, publicUrl } = http
  const underWay = createLogInsUnderWay(library.shortTerm)
  const show = showLogIn(dependencies)

  const goTo =
    (language: MessageLanguage, audience: LogInAudience): RequestHandler =>
    async (request, response) => {
      const { provider } = logIn.providers[audience] ?? {}
      if (provider === undefined) {
        show(request, response, language, undefined)
        return
      }
      const isFresh = textOf(request.query, 'anew') === 'yes'
      const begun = await pipe(
        provider.begin({ returnUrl: `${publicUrl}${logInReturnPath}`, language, isFresh }),
        TE.mapLeft(({ because }): LogInNotice => because),
        TE.bindTo('sent'),
        TE.bind('id', ({ sent: { secrets } }) =>
          pipe(
            underWay.begin({ ...{ audience, secrets, language }, to: textOf(request.query, 'to') ?? '' }),
            TE.mapLeft((): LogInNotice => 'unavailable'),
          ),
        ),
      )()
      if (E.isLeft(begun)) {
        show(request, response, language, begun.left)
        return
      }
      setCookie(mode, 'log-in', begun.right.id, response)
      response.set('Cache-Control', 'no-store').redirect(303, begun.right.sent.url)
    }

  /** The log-in that this browser has begun. It is used up. */
  const takeBegun = (request: Request): TE.TaskEither<LogInNotice, LogInUnderWay> => {
    const id = readCookie(mode, 'log-in', request)
    if (id === undefined) return TE.left('formIsOld')
    return pipe(
      underWay.take(id),
      TE.mapLeft((): LogInNotice => 'unavailable'),
      TE.flatMap((begun): TE.TaskEither<LogInNotice, LogInUnderWay> =>
        begun === undefined ? TE.left('formIsOld') : TE.right(begun),
      ),
    )
  }

  const identify = (
    request: Request,
    { audience, secrets }: LogInUnderWay,
  ): TE.TaskEither<LogInNotice, ReadonlyArray<KnownCaller>> => {
    const { provider, cprClaim } = logIn.providers[audience] ?? {}
    if (provider === undefined) return TE.left('unavailable')
    return pipe(
      provider.finish(new URL(`${publicUrl}${request.originalUrl}`), secrets),
      TE.mapLeft(({ because }): LogInNotice => because),
      TE.flatMap((claims) =>
        pipe(
          callersOfClaims(library, cprClaim, claims),
          TE.mapLeft(({ _tag }): LogInNotice => (_tag === 'LogInIsRefused' ? 'logInIsRefused' : 'unavailable')),
        ),
      ),
      TE.filterOrElse(
        ({ length }) => length > 0,
        (): LogInNotice => 'nobodyFound',
      ),
    )
  }

  const comeBack = async (request: Request, response: Response): Promise<void> => {
    const begun = await takeBegun(request)()
    if (E.isLeft(begun)) {
      show(request, response, answerLanguageOf(request), begun.left)
      return
    }
    const { language, to, audience } = begun.right
    const callers = await identify(request, begun.right)()
    const notice = E.isLeft(callers)
      ? callers.left
      : await beginSession(
          dependencies,
          request,
          response,
          { callers: callers.right, provider: audience },
          { language, to },
        )
    if (notice !== undefined) show(request, response, language, notice)
  }

  return { goTo, comeBack }
}
