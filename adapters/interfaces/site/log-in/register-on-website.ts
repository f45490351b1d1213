import type { Request, RequestHandler, Response } from 'express'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { h } from 'preact'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import { isMinorOn } from '../../../../domain/policy/guardian-policy'
import { birthDateOfCpr, type Cpr } from '../../../../domain/values/cpr'
import { formFields } from '../../pages/forms/plain-form'
import type { RefusedForm } from '../../pages/layout/page-frame'
import type { LogInNotice } from '../../pages/log-in/log-in-texts'
import { websiteRegistrationTexts } from '../../pages/website-registration/website-registration-texts'
import { WebsiteRegistrationView } from '../../pages/website-registration/website-registration-view'
import { answerStatusOf, type AnswerStatus } from '../../http/request-handling/answer-status'
import { requestSourceOf } from '../../http/request-handling/request-source-of'
import { runRouteForCaller, type RunRoute } from '../../http/request-handling/run-route-for-caller'
import { registerFromWebsiteRoute } from '../../http/resources/borrowers/register-from-website-route'
import { checkPinAgain } from '../page/check-pin-again'
import { formProblemOf } from '../page/form-problem'
import { ownFields, textsOf } from '../page/form-values'
import { isTrustedForm } from '../page/is-trusted-form'
import { readBranches } from '../page/read-branches'
import { sendPage } from '../page/send-page'
import type { SiteDependencies } from '../page/site-dependencies'
import { readCookie, setCookie } from '../sessions/cookies'
import { beginSession } from './begin-session'
import { registrationOfFields } from './registration-of-fields'
import type { ShowLogIn } from './show-log-in'
import { websiteCaller } from './website-caller'
import { welcomeAddress } from './welcome-path'
import { createWebsiteRegistrations, type WebsiteRegistration } from './website-registrations'

/** Where somebody registers whom a provider has identified: a path without the language. */
const registrationPath = '/log-ind/opret'

/** A registration that is under way, and the id in the cookie of the browser. */
interface FoundRegistration extends WebsiteRegistration {
  readonly id: string
}

/** Registration from the website, of somebody whom a provider has identified and whom the library does not know. */
export const createWebsiteRegistration = (dependencies: SiteDependencies, showLogIn: ShowLogIn) => {
  const { http, state, formTokens } = dependencies
  const { library, mode } = http
  const registrations = createWebsiteRegistrations(library.shortTerm)
  const runFrom = (request: Request): RunRoute =>
    runRouteForCaller(http, state, websiteCaller, requestSourceOf(request))

  const isMinor = (cpr: Cpr): boolean => {
    const { policy, commandHandling } = library.useCaseDependencies
    const today = commandHandling.clock.today()
    return isMinorOn(policy(today).guardians)(birthDateOfCpr(cpr))(today)
  }

  /** Leads to the form. Answers why there is none, if there is none. */
  const begin = async (
    response: Response,
    language: MessageLanguage,
    registration: WebsiteRegistration,
  ): Promise<LogInNotice | undefined> => {
    if (isMinor(registration.cpr)) return 'childNeedsGuardian'
    const id = await registrations.begin(registration)()
    if (E.isLeft(id)) return 'unavailable'
    setCookie(mode, 'log-in', id.right, response)
    response.set('Cache-Control', 'no-store').redirect(303, `/${language}${registrationPath}`)
    return undefined
  }

  const find = async (request: Request): Promise<FoundRegistration | undefined> => {
    const id = readCookie(mode, 'log-in', request)
    const found = id === undefined ? E.right(undefined) : await registrations.find(id)()
    return id === undefined || E.isLeft(found) || found.right === undefined ? undefined : { ...found.right, id }
  }

  const showForm = async (
    [request, response, language]: readonly [Request, Response, MessageLanguage],
    { id }: FoundRegistration,
    refused: RefusedForm | undefined,
    answerStatus: AnswerStatus,
  ): Promise<void> => {
    const branches = await readBranches({ run: runFrom(request) })()
    const frame = {
      ...{ title: websiteRegistrationTexts.title[language], menu: [], refused, done: undefined },
      ...{ isLoggedIn: false, sessionEndsAt: undefined, formToken: formTokens.make(id) },
    }
    const content = { branches: E.isRight(branches) ? branches.right : [] }
    sendPage(dependencies)(request, response, language, answerStatus)(frame, h(WebsiteRegistrationView, content))
  }

  const show =
    (language: MessageLanguage): RequestHandler =>
    async (request, response) => {
      const found = await find(request)
      if (found === undefined) showLogIn(request, response, language, 'formIsOld')
      else await showForm([request, response, language], found, undefined, answerStatusOf(200))
    }

  /** Registers the person, logs them in, and leads to the page that hands out the privacy notice. */
  const send =
    (language: MessageLanguage): RequestHandler =>
    async (request, response) => {
      const [found, all] = [await find(request), textsOf(request.body)]
      if (found === undefined || !isTrustedForm(dependencies, request, found.id)) {
        showLogIn(request, response, language, 'formIsOld')
        return
      }
      const [fields, idempotencyKey] = [ownFields(all), all[formFields.key] ?? '']
      const registered = await pipe(
        TE.fromEither(checkPinAgain(fields)),
        TE.flatMap(() =>
          runFrom(request)(registerFromWebsiteRoute, {
            ...{ body: registrationOfFields(fields, found.cpr), idempotencyKey },
          }),
        ),
      )()
      if (E.isLeft(registered)) {
        const problem = formProblemOf(language)(registered.left)
        const answerStatus = answerStatusOf(problem.status, registered.left._tag)
        const refused = { name: 'register', fields, problem, key: idempotencyKey }
        await showForm([request, response, language], found, refused, answerStatus)
        return
      }
      await registrations.end(found.id)()
      const caller = { role: 'borrower', subject: registered.right.body.borrower } as const
      const notice = await beginSession(
        dependencies,
        request,
        response,
        { callers: [caller], provider: 'borrowers' },
        { language, to: welcomeAddress(found.to) },
      )
      if (notice !== undefined) showLogIn(request, response, language, notice)
    }

  return { begin, show, send, path: registrationPath }
}
