import type { Request, RequestHandler, Response } from 'express'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import { formFields } from '../../pages/forms/plain-form'
import { httpRequestFailure } from '../../http/problems/http-request-failure'
import { answerStatusOf, type AnswerStatus } from '../../http/request-handling/answer-status'
import { setRequestKindForMetrics } from '../../http/request-handling/count-requests'
import { requestSourceOf } from '../../http/request-handling/request-source-of'
import { runRouteForCaller } from '../../http/request-handling/run-route-for-caller'
import { waitForReactionsAndReadModels } from '../../http/request-handling/wait-for-reactions-and-read-models'
import { admitVisitor } from './admit-visitor'
import type { Visitor } from './find-visitor'
import { formProblemOf } from './form-problem'
import { ownFields, textsOf } from './form-values'
import { withMissingReason } from './missing-reason'
import { withNameOfRefusedRenewal } from './name-of-refused-renewal'
import { isTrustedForm } from './is-trusted-form'
import { createPageAnswers, type MenuPage, type SentBefore } from './page-answers'
import type { SiteDependencies } from './site-dependencies'
import { withTextToBorrower } from './texts-to-borrowers'
import type { AnySitePage, FormFields, FormOutcome, PageContent, PageRequest } from './site-page'

/** What serves a page: requests that read it, and forms that are sent to it. */
interface PageHandlers {
  readonly show: RequestHandler
  readonly send: RequestHandler
}

/** Serves one page in one language. */
export const servePage = (
  dependencies: SiteDependencies,
  menuOfSite: ReadonlyArray<MenuPage>,
  page: AnySitePage,
  language: MessageLanguage,
): PageHandlers => {
  const { http, state, sessions } = dependencies
  const { library } = http
  const answers = createPageAnswers(dependencies, menuOfSite, page, language)
  const { showContent, showProblem } = answers
  const admit = admitVisitor(dependencies, page, answers)

  const requestOf = (request: Request, { caller, session, sessionId }: Visitor): PageRequest => ({
    ...{ language, caller, session, library, mode: http.mode },
    ...{ params: textsOf(request.params), query: textsOf(request.query) },
    countOtherSessions:
      session === undefined || sessionId === undefined ? TE.right(0) : sessions.countOthers(sessionId, session),
    run: runRouteForCaller(http, state, caller, requestSourceOf(request, sessionId)),
  })

  const readAndShow = async (
    request: Request,
    response: Response,
    visitor: Visitor,
    answerStatus: AnswerStatus,
    sent: SentBefore,
  ): Promise<void> => {
    const after = state.afterTokens.decode(textsOf(request.query)['after'] ?? '')
    const waited = await waitForReactionsAndReadModels(library)(after)()
    const content = E.isLeft(waited) ? waited : await page.read(requestOf(request, visitor))()
    if (E.isLeft(content)) showProblem([request, response], visitor, content.left)
    else showContent([request, response], visitor, answerStatus, content.right, sent)
  }

  const doneText = (name: string | undefined): string | undefined =>
    name !== undefined && Object.hasOwn(page.doneTexts ?? {}, name) ? page.doneTexts?.[name]?.[language] : undefined

  /** Leads to the next page, which waits until it can show what was done here. */
  const leadOn = (response: Response, { to, done }: Extract<FormOutcome<unknown>, { readonly to: string }>): void => {
    const url = new URL(`/${language}${to}`, 'http://site')
    if (done !== undefined) url.searchParams.set('done', done)
    url.searchParams.set('after', state.afterTokens.encode(library.positionsOfCommands()))
    response.set('Cache-Control', 'no-store').redirect(303, `${url.pathname}${url.search}`)
  }

  const runForm = async (request: Request, response: Response, visitor: Visitor, all: FormFields): Promise<void> => {
    const name = all[formFields.name] ?? ''
    const [fields, form] = [ownFields(all), page.forms.get(name)]
    if (form === undefined) {
      showProblem([request, response], visitor, httpRequestFailure('AddressIsUnknown'))
      return
    }
    const idempotencyKey = all[formFields.key] ?? ''
    const outcome: E.Either<Parameters<typeof showProblem>[2], FormOutcome<PageContent>> = await form({
      ...{ ...requestOf(request, visitor), fields, idempotencyKey },
    })()
    if (E.isLeft(outcome)) {
      const problem = pipe(
        formProblemOf(language)(outcome.left),
        withTextToBorrower(language, visitor.caller, outcome.left),
        withNameOfRefusedRenewal(library.rows, fields, outcome.left),
        withMissingReason(language, fields),
      )
      const answerStatus = answerStatusOf(problem.status, outcome.left._tag)
      await readAndShow(request, response, visitor, answerStatus, {
        refused: { name, fields, problem, key: idempotencyKey },
      })
    } else if ('content' in outcome.right) {
      const { content, outcomeText } = outcome.right
      showContent([request, response], visitor, answerStatusOf(200), content, { done: outcomeText?.[language] })
    } else leadOn(response, outcome.right)
  }

  return {
    show: async (request, response) => {
      setRequestKindForMetrics(response, 'read')
      const visitor = await admit([request, response])
      if (visitor === undefined) return
      await readAndShow(request, response, visitor, answerStatusOf(200), {
        done: doneText(textsOf(request.query)['done']),
      })
    },
    send: async (request, response) => {
      setRequestKindForMetrics(response, 'command')
      const visitor = await admit([request, response])
      if (visitor === undefined) return
      const { sessionId } = visitor
      if (sessionId !== undefined && isTrustedForm(dependencies, request, sessionId))
        await runForm(request, response, visitor, textsOf(request.body))
      else showProblem([request, response], visitor, httpRequestFailure('FormIsNotTrusted'))
    },
  }
}
