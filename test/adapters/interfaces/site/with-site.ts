import type { OpenRunningLibraryOptions } from '../../../../adapters/composition/open-running-library-options'
import { createSite } from '../../../../adapters/composition/serving/create-site'
import { createHttpApp } from '../../../../adapters/interfaces/http/create-http-app'
import { queueRequestsUntilOpen } from '../../../../adapters/interfaces/http/queue-requests-until-open'
import { startHttpServer } from '../../../../adapters/interfaces/http/start-http-server'
import type { KnownCaller } from '../../../../adapters/interfaces/site/sessions/session'
import { createSessionStore } from '../../../../adapters/interfaces/site/sessions/session-store'
import type { LogInSettings } from '../../../../adapters/interfaces/site/page/site-dependencies'
import { createLogger } from '../../../../adapters/system/telemetry/logger'
import { createMetrics } from '../../../../adapters/system/telemetry/metrics'
import type { RunningLibrary } from '../../../../adapters/processes/running-library/running-library'
import type { BorrowerId, GuardianshipId } from '../../../../domain/values/ids'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { withRunningLibrary } from '../../../fixtures/running-library'
import { createSender, createTestIssuer, type ServedLibrary } from '../http/with-http-server'
import { createHttpBrowser, type BrowserAnswer, type HttpBrowser } from './http-browser'

/** Who can log in with the provider of the demo; or how people log in instead. */
export interface SiteUsers {
  readonly logIn?: LogInSettings
  readonly borrower?: BorrowerId | undefined
  readonly guardianship?: GuardianshipId | undefined
}

/** A library whose pages are served. */
export interface ServedSite extends ServedLibrary {
  readonly users: SiteUsers
  /** A browser without a cookie. */
  readonly openBrowser: () => HttpBrowser
  /** A browser in which a person has logged in. */
  readonly openBrowserOf: (...callers: ReadonlyArray<KnownCaller>) => Promise<HttpBrowser>
}

/** Opens the pages on a port of their own, for users who exist once the library has been prepared. */
const serve = async <A>(
  library: RunningLibrary,
  prepare: (library: ServedLibrary) => Promise<SiteUsers>,
  use: (site: ServedSite) => Promise<A>,
): Promise<A> => {
  const issuer = await createTestIssuer()
  const lines: string[] = []
  const { handle, answerWith } = queueRequestsUntilOpen()
  const server = await startHttpServer(handle, { host: '127.0.0.1', port: 0 })
  const { url } = server
  const http = {
    ...{
      library,
      publicUrl: url,
      tokenVerifier: issuer.tokenVerifier,
      metrics: createMetrics(),
      mode: 'trial' as const,
    },
    logger: createLogger({ write: (line: string) => void lines.push(line) }),
  }
  try {
    let application = createHttpApp(http)
    answerWith((request, response) => application(request, response))
    const served = {
      runningLibrary: library,
      url,
      issuer,
      loggedText: () => lines.join(''),
      send: createSender(url, issuer),
    }
    const users = await prepare(served)
    const { borrower, guardianship, logIn } = users
    const examples = { borrower, guardianship, copyWithErasedLoan: '', copyOnLoan: undefined }
    application = createHttpApp({ ...http, site: await createSite(http, logIn, examples) })
    const { begin } = createSessionStore(library.shortTerm, () => Date.now())
    return await use({
      ...{ ...served, users },
      openBrowser: () => createHttpBrowser(url),
      openBrowserOf: async (...callers) => {
        const browser = createHttpBrowser(url)
        browser.cookies.set('session', rightOrThrow(await begin({ callers, provider: null })()))
        return browser
      },
    })
  } finally {
    await server.close()
  }
}

/** Serves the pages of a library in a new folder. `prepare`: makes the users who can log in. */
export const withSite = <A>(
  prepare: (library: ServedLibrary) => Promise<SiteUsers>,
  use: (site: ServedSite) => Promise<A>,
  options: Partial<OpenRunningLibraryOptions> = {},
): Promise<A> => withRunningLibrary((library) => serve(library, prepare, use), options)

/** The borrower who was prepared for the log-in. */
export const borrowerOf = ({ users: { borrower } }: ServedSite): BorrowerId => {
  if (borrower === undefined) throw new Error('no borrower was prepared')
  return borrower
}

/** Opens a page that asks for a log-in, and goes to the provider. Answers where that leads. */
export const logInByProvider = async (browser: HttpBrowser, path: string): Promise<BrowserAnswer> => {
  const { html } = await browser.open(path)
  const way = /<a class="button button-primary" href="([^"]+)"/.exec(html)?.[1]
  if (way === undefined) throw new Error(`${path} led to no log-in`)
  return browser.open(way.replaceAll('&amp;', '&'))
}

/** Opens a page, and logs in as a user of the demo when it asks. Answers the page. */
export const openAs = async (browser: HttpBrowser, user: string, path: string): Promise<BrowserAnswer> => {
  await logInByProvider(browser, path)
  return browser.submit('name="user"', { user })
}

/** Opens a page in a new browser, and logs in as the borrower. */
export const openAsBorrower = async (site: ServedSite, path: string) => {
  const [browser, borrower] = [site.openBrowser(), borrowerOf(site)]
  return { borrower, browser, page: await openAs(browser, borrower, path) }
}
