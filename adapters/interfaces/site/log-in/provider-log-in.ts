import type { Request, RequestHandler, Response } from 'express'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import type { LogInNotice } from '../../pages/log-in/log-in-texts'
import { answerLanguageOf } from '../../http/request-handling/answer-language'
import { languageOfState } from '../../../outside/log-in/language-of-state'
import { textsOf } from '../page/form-values'
import type { SiteDependencies } from '../page/site-dependencies'
import { readCookie, setCookie } from '../sessions/cookies'
import type { KnownCaller, LogInAudience } from '../sessions/session'
import { beginSession } from './begin-session'
import type { Cpr } from '../../../../domain/values/cpr'
import { callersOfClaims, cprOfClaims } from './callers-of-claims'
import { createLogInsUnderWay, type LogInUnderWay } from './log-in-under-way'
import { returnPathOf } from './return-path'
import type { createWebsiteRegistration } from './register-on-website'
import { showLogIn } from './show-log-in'

/** Where a provider sends people back. It is registered with the provider. */
export const logInReturnPath = '/log-ind/svar'

/** What a provider has said of a person, and as whom the library knows them. */
interface Identified {
  readonly callers: ReadonlyArray<KnownCaller>
  readonly cpr: Cpr | undefined
}

/** Leads to the page that logs in, in the language of the person: it says why the log-in led nowhere. */
const leadBack = (
  response: Response,
  language: MessageLanguage,
  { notice, to }: { readonly notice: LogInNotice; readonly to: string },
): void => {
  const query = new URLSearchParams({ notice, ...(to === '' ? {} : { to }) })
  response.set('Cache-Control', 'no-store').redirect(303, `/${language}/log-ind?${query.toString()}`)
}

/** Log-in by a provider: the way to it, and the way back. */
export const createProviderLogIn = (
  dependencies: SiteDependencies,
  registration: Pick<ReturnType<typeof createWebsiteRegistration>, 'begin'>,
) => {
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
      const { to, anew } = textsOf(request.query)
      const begun = await pipe(
        provider.begin({ returnUrl: `${publicUrl}${logInReturnPath}`, language, isFresh: anew === 'yes' }),
        TE.mapLeft(({ because }): LogInNotice => because),
        TE.bindTo('sent'),
        TE.bind('id', ({ sent: { secrets } }) =>
          pipe(
            underWay.begin({ audience, secrets, language, to: returnPathOf(to, '') }),
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

  const identify = (request: Request, { audience, secrets }: LogInUnderWay): TE.TaskEither<LogInNotice, Identified> => {
    const { provider, cprClaim } = logIn.providers[audience] ?? {}
    if (provider === undefined) return TE.left('unavailable')
    return pipe(
      provider.finish(new URL(`${publicUrl}${request.originalUrl}`), secrets),
      TE.mapLeft(({ because }): LogInNotice => because),
      TE.flatMap((claims) =>
        pipe(
          callersOfClaims(library, cprClaim, claims),
          TE.bimap(
            ({ _tag }): LogInNotice => (_tag === 'LogInIsRefused' ? 'logInIsRefused' : 'unavailable'),
            (callers) => ({ callers, cpr: cprOfClaims(cprClaim, claims) }),
          ),
        ),
      ),
    )
  }

  /** Begins a session; or leads to the form of whoever may register. Answers why there is neither, if there is neither. */
  const goOn = async (
    [request, response]: readonly [Request, Response],
    { language, to, audience }: LogInUnderWay,
    { callers, cpr }: Identified,
  ): Promise<LogInNotice | undefined> => {
    if (callers.length > 0)
      return beginSession(dependencies, request, response, { callers, provider: audience }, { language, to })
    return audience === 'borrowers' && cpr !== undefined
      ? registration.begin(response, language, { cpr, to })
      : 'nobodyFound'
  }

  const comeBack = async (request: Request, response: Response): Promise<void> => {
    const begun = await takeBegun(request)()
    if (E.isLeft(begun)) {
      const language = languageOfState(textsOf(request.query)['state']) ?? answerLanguageOf(request)
      leadBack(response, language, { notice: begun.left, to: '' })
      return
    }
    const { language, to } = begun.right
    const identified = await identify(request, begun.right)()
    const notice = E.isLeft(identified)
      ? identified.left
      : await goOn([request, response], begun.right, identified.right)
    if (notice !== undefined) leadBack(response, language, { notice, to })
  }

  return { goTo, comeBack }
}
