import type { RunningLibrary } from '../../../../adapters/processes/running-library/running-library'
import { createSite } from '../../../../adapters/composition/serving/create-site'
import { createHttpApp } from '../../../../adapters/interfaces/http/create-http-app'
import { startHttpServer } from '../../../../adapters/interfaces/http/start-http-server'
import { createSessionStore } from '../../../../adapters/interfaces/site/sessions/session-store'
import { sitePages } from '../../../../adapters/interfaces/site/site-pages'
import { createLogger } from '../../../../adapters/system/telemetry/logger'
import { createMetrics } from '../../../../adapters/system/telemetry/metrics'
import type { ShortTermStore } from '../../../../domain/ports/short-term-store'
import type { BorrowerId } from '../../../../domain/values/ids'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { withRunningLibrary } from '../../../fixtures/running-library'
import { createTestIssuer } from '../http/with-http-server'

/** The same store, which notes each call of a function of it. */
const spyOn = (store: ShortTermStore, noted: string[]): ShortTermStore =>
  new Proxy(store, {
    get: (target, member) => {
      const called = Reflect.get(target, member) as (...args: ReadonlyArray<unknown>) => unknown
      return (...args: ReadonlyArray<unknown>): unknown => {
        noted.push(`shortTerm.${String(member)}`)
        return called(...args)
      }
    },
  })

interface SpiedSite {
  readonly url: string
  /** A session of a borrower. */
  readonly cookie: string
  /** What was asked of the short-term store, in which sessions live, or logged as a request, since the last question. */
  readonly noted: () => ReadonlyArray<string>
  readonly lines: () => string
  readonly library: RunningLibrary
}

const withSpiedSite = (use: (site: SpiedSite) => Promise<void>): Promise<void> =>
  withRunningLibrary(async (library) => {
    const [noted, lines]: [string[], string[]] = [[], []]
    const { tokenVerifier } = await createTestIssuer()
    const session = createSessionStore(library.shortTerm, () => Date.now())
    const caller = { role: 'borrower', subject: '5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33' as BorrowerId } as const
    const cookie = `session=${rightOrThrow(await session.begin({ callers: [caller], provider: null })())}`
    const shortTerm = spyOn(library.shortTerm, noted)
    const serverLog = {
      ...library.serverLog,
      logRequest: (...line: Parameters<RunningLibrary['serverLog']['logRequest']>) => {
        noted.push('serverLog.logRequest')
        library.serverLog.logRequest(...line)
      },
    }
    const http = {
      ...{
        library: { ...library, shortTerm, serverLog },
        tokenVerifier,
        metrics: createMetrics(),
        mode: 'trial' as const,
      },
      ...{ publicUrl: 'http://127.0.0.1', logger: createLogger({ write: (line: string) => void lines.push(line) }) },
    }
    const app = createHttpApp({
      ...http,
      site: await createSite(http, { providers: {}, hasCardLogIn: true }, undefined),
    })
    const server = await startHttpServer((request, response) => app(request, response), { host: '127.0.0.1', port: 0 })
    const takeNoted = () => noted.splice(0)
    takeNoted()
    try {
      await use({ url: server.url, cookie, noted: takeNoted, lines: () => lines.join(''), library })
    } finally {
      await server.close()
    }
  })

const open = ({ url, cookie }: SpiedSite, path: string, method = 'GET'): Promise<Response> =>
  fetch(`${url}${path}`, { method, headers: { cookie }, redirect: 'manual' })

const pathsForAnyone = sitePages
  .filter(({ path, roles }) => roles === 'anyone' && !path.includes(':'))
  .flatMap(({ path }) => [`/da${path}`, `/en${path}`])

describe('a page for anyone', () => {
  it.each(pathsForAnyone)('asks nothing of the sessions, logs no address and sets no cookie: %s', (path) =>
    withSpiedSite(async (site) => {
      const heads = await site.library.logHeads()
      const answer = await open(site, path)
      await answer.text()
      expect([answer.status, answer.headers.getSetCookie(), site.noted()]).toEqual([200, [], []])
      expect([site.lines(), await site.library.logHeads()]).toEqual(['', heads])
    }),
  )

  it.each(pathsForAnyone)('is the same for somebody who has logged in and for somebody unknown: %s', (path) =>
    withSpiedSite(async (site) => {
      const withoutKeys = (html: string): string => html.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'key')
      const known = await (await open(site, path)).text()
      const unknown = await (await fetch(`${site.url}${path}`)).text()
      expect(withoutKeys(known)).toBe(withoutKeys(unknown))
    }),
  )

  it('refuses a form without asking who sends it', () =>
    withSpiedSite(async (site) => {
      await open(site, '/da/', 'POST')
      expect(site.noted()).toEqual([])
    }))

  it('differs from every other page, which does ask who looks at it, and logs the address', () =>
    withSpiedSite(async (site) => {
      const others = sitePages.filter(({ path, roles }) => roles !== 'anyone' && !path.includes(':'))
      for (const { path } of others) {
        await open(site, `/da${path}`)
        const noted = site.noted()
        expect([
          path,
          noted.includes('serverLog.logRequest'),
          noted.some((one) => one.startsWith('shortTerm.')),
        ]).toEqual([path, true, true])
      }
    }))
})
