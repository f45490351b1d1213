import { Router } from 'express'
import type { DemoExamples } from '../../imports/demo/demo-examples'
import { createDemoLogIn, demoCprClaim } from '../../interfaces/demo-log-in/create-demo-log-in'
import { createCrossRequestState } from '../../interfaces/http/request-handling/cross-request-state'
import type { HttpDependencies } from '../../interfaces/http/request-handling/http-dependencies'
import { createLogInRouter } from '../../interfaces/site/log-in/create-log-in-router'
import { logOutReturnPath } from '../../interfaces/site/log-in/log-out'
import { logInReturnPath } from '../../interfaces/site/log-in/provider-log-in'
import { createSiteRouter } from '../../interfaces/site/page/create-site-router'
import type { LogInSettings } from '../../interfaces/site/page/site-dependencies'
import { siteFiles, sitePages, sitePictureStreams } from '../../interfaces/site/site-pages'
import { createFormTokens } from '../../interfaces/site/sessions/form-tokens'
import { createSessionStore } from '../../interfaces/site/sessions/session-store'
import { createOpenIdProvider } from '../../outside/log-in/create-open-id-provider'
import { answerDemoLogInErrors } from './answer-demo-log-in-errors'
import { findDemoLogInOffer } from './find-demo-log-in-offer'
import { machineMonotonicClock } from '../../system/clock/machine-monotonic-clock'

const machineTime = (): number => Date.now()

const createSiteWith = (http: HttpDependencies, logIn: LogInSettings): Router => {
  const { library } = http
  const dependencies = {
    ...{ http, logIn, machineTime, state: createCrossRequestState(machineMonotonicClock, library) },
    sessions: createSessionStore(library.shortTerm, machineTime),
    formTokens: createFormTokens(library.answerTokenKey),
  }
  return createSiteRouter(dependencies, sitePages, siteFiles, sitePictureStreams, createLogInRouter(dependencies))
}

/** With a provider of its own: whoever logs in chooses who to be. */
const createDemoSite = async (http: HttpDependencies, demoLibrary: DemoExamples | undefined): Promise<Router> => {
  const { publicUrl } = http
  const returnUrls = { logIn: `${publicUrl}${logInReturnPath}`, logOut: `${publicUrl}${logOutReturnPath}` }
  const findOffer = () => findDemoLogInOffer(http.library, demoLibrary)
  const demo = await createDemoLogIn({ publicUrl, findOffer, returnUrls, answerErrors: answerDemoLogInErrors(http) })
  const provider = createOpenIdProvider({
    ...{ issuer: demo.issuer, ...demo.client, scope: 'openid', assurance: undefined, mayBePlainHttp: true },
  })
  const providers = { borrowers: { provider, name: undefined, isOfDemo: true, cprClaim: demoCprClaim } }
  const router = Router()
  router.use(demo.router)
  router.use(createSiteWith(http, { hasCardLogIn: true, providers }))
  return router
}

/** The pages of the site. Without settings of the log-in they are those of a demo library. */
export const createSite = (
  http: HttpDependencies,
  logIn: LogInSettings | undefined,
  demoLibrary: DemoExamples | undefined,
): Promise<Router> =>
  logIn === undefined ? createDemoSite(http, demoLibrary) : Promise.resolve(createSiteWith(http, logIn))
