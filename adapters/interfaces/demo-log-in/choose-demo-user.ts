import type { Request, RequestHandler, Response } from 'express'
import type { Provider } from 'oidc-provider' with { 'resolution-mode': 'import' }
import type { MessageLanguage } from '../../../domain/borrower/message-language'
import { renderDemoLogIn } from '../pages/demo-log-in/render-demo-log-in'
import { demoLogInLanguageOf } from './demo-log-in-language'
import type { DemoLogInOffer } from './demo-log-in-offer'
import { demoLogInPath } from './demo-log-in-path'

/** The page on which somebody chooses whom to be. The address names the language, also once the log-in is over. */
export const demoUserChoicePath = (uid: string, language: MessageLanguage): string =>
  `${demoLogInPath}/choose/${uid}?language=${language}`

interface DemoUserChoiceHandlers {
  readonly choose: RequestHandler
  readonly finish: RequestHandler
}

/** Shows whom somebody may be, and goes on as whom they choose. Whoever chooses nobody of those is asked again. */
export const createDemoUserChoice = (
  provider: Provider,
  findOffer: () => Promise<DemoLogInOffer>,
): DemoUserChoiceHandlers => {
  const show = (request: Request, response: Response, uid: string, offer: DemoLogInOffer): void => {
    const language = demoLogInLanguageOf(request)
    response.type('html').send(renderDemoLogIn(language, demoUserChoicePath(uid, language), offer))
  }
  /** Whom the browser was before is logged out: the page on which the provider would ask for that needs a script. */
  const endSessionOfAnother = async (uid: string, accountId: string): Promise<void> => {
    const session = await provider.Session.findByUid(uid)
    if (session?.accountId === undefined || session.accountId === accountId) return
    delete session.accountId
    await session.persist()
  }
  return {
    choose: async (request, response) => {
      const { uid } = await provider.interactionDetails(request, response)
      show(request, response, uid, await findOffer())
    },
    finish: async (request, response) => {
      const { uid, session } = await provider.interactionDetails(request, response)
      const offer = await findOffer()
      const sent = request.body as { readonly user?: unknown } | undefined
      const chosen = offer.users.find(({ id }) => id === sent?.user)
      if (chosen === undefined) {
        show(request, response.status(400), uid, offer)
        return
      }
      const login = { accountId: chosen.id, remember: false }
      const next = await provider.interactionResult(request, response, { login })
      if (session !== undefined) await endSessionOfAnother(session.uid, chosen.id)
      response.redirect(303, next)
    },
  }
}
