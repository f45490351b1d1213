import { h } from 'preact'
import type { MessageLanguage } from '../../../../domain/borrower/message-language'
import { answerStatusOf, type AnswerStatus } from '../../http/request-handling/answer-status'
import type { MenuEntry, PageFrame } from '../../pages/layout/page-frame'
import { roleTexts } from '../../pages/formatting/role-texts'
import { ProblemView } from '../../pages/problem/problem-view'
import { RoleIsMissingView } from '../../pages/problem/role-is-missing-view'
import type { Exchange, RefusalAnswers } from './admit-visitor'
import type { FoundSession } from './find-visitor'
import { pageProblemOf } from './form-problem'
import { addressOf, sendPage } from './send-page'
import type { SiteDependencies } from './site-dependencies'
import type { AnySitePage, PageContent } from './site-page'

/** A page of the menu, with who may see it. */
export interface MenuPage extends MenuEntry {
  readonly roles: AnySitePage['roles']
}

/** What stands on a page beside its content, when something was sent to it. */
export type SentBefore = Partial<Pick<PageFrame, 'refused' | 'done'>>

/** The ways in which a page answers. */
interface PageAnswers extends RefusalAnswers {
  readonly showContent: (
    exchange: Exchange,
    found: FoundSession,
    answerStatus: AnswerStatus,
    content: PageContent,
    sent?: SentBefore,
  ) => void
}

/** The ways in which one page in one language answers. */
export const createPageAnswers = (
  dependencies: SiteDependencies,
  menuOfSite: ReadonlyArray<MenuPage>,
  page: Pick<AnySitePage, 'title' | 'roles'>,
  language: MessageLanguage,
): PageAnswers => {
  const { formTokens } = dependencies
  const render = sendPage(dependencies)

  const menuFor = ({ session }: FoundSession): ReadonlyArray<MenuEntry> =>
    menuOfSite.filter(({ roles }) => roles !== 'anyone' && session?.callers.some(({ role }) => roles.includes(role)))

  const frameFor = (found: FoundSession, title: string, { refused, done }: SentBefore) => ({
    ...{ title, refused, done, menu: menuFor(found) },
    isLoggedIn: found.session !== undefined,
    formToken: found.sessionId === undefined ? undefined : formTokens.make(found.sessionId),
    sessionEndsAt: found.session?.endsAt,
  })

  return {
    showContent: ([request, response], found, answerStatus, content, sent = {}) => {
      render(
        request,
        response,
        language,
        answerStatus,
      )(frameFor(found, content.title ?? page.title[language], sent), content.element())
    },

    showProblem: ([request, response], found, failure) => {
      const { status, title, detail } = pageProblemOf(language)(failure)
      const view =
        failure._tag === 'RoleIsMissing' && page.roles !== 'anyone'
          ? h(RoleIsMissingView, { isFor: page.roles.map((role) => roleTexts[role]), own: menuFor(found) })
          : h(ProblemView, { detail })
      render(request, response, language, answerStatusOf(status, failure._tag))(frameFor(found, title, {}), view)
    },

    leadToLogIn: ([request, response], isAnew) => {
      const query = new URLSearchParams({ to: addressOf(request), ...(isAnew ? { anew: 'yes' } : {}) })
      response.set('Cache-Control', 'no-store').redirect(303, `/${language}/log-ind?${query.toString()}`)
    },
  }
}
