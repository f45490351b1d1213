import { request } from 'node:http'
import { createOperatorApp } from '../../../../adapters/interfaces/http/create-operator-app'
import { startHttpServer } from '../../../../adapters/interfaces/http/start-http-server'
import { createLogger } from '../../../../adapters/system/telemetry/logger'
import { createMetrics } from '../../../../adapters/system/telemetry/metrics'
import {
  publishedCountsIntervalMs,
  publishedCountRoundingSize,
} from '../../../../adapters/system/telemetry/rounded-metric-counts'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from './http-steps'
import {
  administratorUser,
  auditorUser,
  borrowerUser,
  machineUser,
  staffUser,
  withHttpServer,
  type ServedLibrary,
} from './with-http-server'

/** The status of a conditional read. (`fetch` would add `Cache-Control: no-cache`.) */
const readIf = ({ url }: ServedLibrary, path: string, etag: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const outgoing = request(`${url}${path}`, { headers: { 'If-None-Match': etag } }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode))
    })
    outgoing.once('error', reject).end()
  })

/** A clock that the test moves. */
const movedClock = () => {
  const clock = { now: 0, elapsed: () => clock.now }
  return clock
}

const metricsOf = async ({ send }: Pick<ServedLibrary, 'send'>): Promise<string> =>
  (await send('GET', '/metrics', { as: administratorUser })).text

describe('conditional reads and pages', () => {
  it('answer 304 to a read whose ETag is unchanged', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const etag = (await library.send('GET', `/copies/${copy}`)).headers.get('etag') ?? ''
      expect(etag).toBe('"r0"')
      expect(await readIf(library, `/copies/${copy}`, etag)).toBe(304)
      await lendCopyByHttp(library, copy, await registerBorrowerByHttp(library))
      expect(await readIf(library, `/copies/${copy}`, etag)).toBe(200)
    }))

  it('serve the OpenAPI description and Swagger UI', () =>
    withHttpServer(async ({ send }) => {
      expect((await send('GET', '/openapi.json')).body.openapi).toBe('3.1.0')
      const page = await send('GET', '/docs')
      expect(page.text).toContain('/docs/swagger-ui-bundle.js')
      expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
      for (const file of ['start.js', 'swagger-ui.css', 'swagger-ui-bundle.js'])
        expect((await send('GET', `/docs/${file}`)).status).toBe(200)
      expect((await send('GET', '/docs/package.json')).status).toBe(404)
    }))
})

describe('the log of the service', () => {
  it('has no line for a request: neither for a command of a log, nor for a read, nor for a refusal', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library, { card: '2777777777' })
      const copy = await acquireCopyByHttp(library)
      await lendCopyByHttp(library, copy, anna)
      await library.send('GET', `/borrowers/${anna}?name=Bestemt`, { as: borrowerUser(anna) })
      await library.send('POST', '/loans', { as: staffUser, raw: '{"name": "Ingen Bestemt"' })
      await library.send('GET', '/no-such-page')
      expect(library.loggedText()).toBe('')
    }))

  it('gives no line a finer time than a day, and an unexpected error that of a month', async () => {
    const lines: string[] = []
    const logger = createLogger({ write: (line: string) => void lines.push(line) })
    await withHttpServer(async ({ runningLibrary, issuer }) => {
      const checkHealth = () => Promise.reject(new Error('a value that names Anna'))
      const library = { ...runningLibrary, checkHealth }
      const app = createOperatorApp({
        library,
        publicUrl: 'https://bibliotek.example.dk',
        tokenVerifier: issuer.tokenVerifier,
        logger,
        metrics: createMetrics(),
        mode: 'trial',
      })
      const server = await startHttpServer(app, { host: '127.0.0.1', port: 0 })
      expect((await fetch(`${server.url}/health`)).status).toBe(500)
      await server.close()
    })
    logger.error({ alarm: 'KeyMissing' }, 'alarm')
    const [failed, alarm] = lines.map((line) => JSON.parse(line))
    expect(failed).toMatchObject({ message: 'a request failed', on: expect.stringMatching(/^\d{4}-\d\d$/) })
    expect(alarm).toEqual({ level: 'error', on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), alarm: 'KeyMissing', message: 'alarm' }) // prettier-ignore
    expect(lines.join('')).not.toContain('Anna')
    expect(lines.join('')).not.toMatch(/"time"|T\d\d:\d\d/)
  })
})

describe('metrics', () => {
  it.each([
    ['nobody', undefined, 401],
    ['staff', staffUser, 403],
    ['a machine', machineUser, 403],
    ['an auditor', auditorUser, 403],
    ['an administrator', administratorUser, 200],
  ] as const)('are for operators: %s', (_, as, status) =>
    withHttpServer(async ({ send }) => {
      const answer = await send('GET', '/metrics', as === undefined ? {} : { as })
      expect(answer.status).toBe(status)
      expect(answer.text.includes('glemsom_')).toBe(status === 200)
    }),
  )

  it('name no command, no route and nothing personal', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library, { card: '2777777777' })
      const copy = await acquireCopyByHttp(library)
      const { loan } = (await lendCopyByHttp(library, copy, anna)).body
      const text = await metricsOf(library)
      expect(text).toContain('glemsom_retention_scopes{state="overdue"} 0')
      expect(text).toContain('glemsom_projection_lag_events{consumer="read models"} 0')
      for (const word of [anna, loan, copy, '2777777777', 'lendCopy', 'registerBorrower', '/loans', '/borrowers'])
        expect(text).not.toContain(word)
    }))

  it('show no single command, however often they are read, also when ten minutes have passed', () => {
    const clock = movedClock()
    return withHttpServer(async (library) => {
      const before = await metricsOf(library)
      await registerBorrowerByHttp(library)
      expect(await metricsOf(library)).toBe(before)
      clock.now += publishedCountsIntervalMs
      const counts = (text: string) => [...text.matchAll(/^(glemsom_http\S*) (\d+)$/gm)].map(([, , count]) => count)
      expect(new Set(counts(await metricsOf(library)))).toEqual(new Set(['0']))
    }, clock)
  })

  it('count in steps of a hundred, and show a step only when ten minutes have passed', () => {
    const clock = movedClock()
    return withHttpServer(async (library) => {
      await metricsOf(library)
      for (let n = 0; n <= publishedCountRoundingSize; n++) await library.send('GET', '/copies/0000000000')
      expect(await metricsOf(library)).not.toContain('} 100\n')
      clock.now += publishedCountsIntervalMs
      expect(await metricsOf(library)).toContain('glemsom_http_requests_total{kind="read",outcome="refused"} 100\n')
    }, clock)
  })
})

describe('health', () => {
  it('tells anybody whether the library is healthy, and only operators more', () =>
    withHttpServer(async ({ send }) => {
      for (const as of [undefined, staffUser, machineUser, auditorUser])
        expect((await send('GET', '/health', as === undefined ? {} : { as })).body).toEqual({ ok: true })
      const health = await send('GET', '/health', { as: administratorUser })
      expect(health.body).toMatchObject({ ok: true, retention: { overdue: 0 } })
      expect(Object.keys(health.body.behind)).toEqual(['schedule', 'read models', 'reactions'])
    }))

  it('gives counts that single commands change in steps, also to operators', () =>
    withHttpServer(async (library) => {
      const behind = { 'read models': { events: 7, seconds: 10 } }
      const retention = { due: 3, overdue: 0, waitingFor: [], failed: [], refusedRuns: [] }
      const checkHealth = () =>
        Promise.resolve({
          ok: true,
          stores: {},
          failingParts: [],
          damaged: null,
          changedLogs: [],
          witnesses: [],
          keyBackup: { newest: null, isTooOld: true },
          files: [],
          behind,
          retention,
        })
      const app = createOperatorApp({
        library: { ...library.runningLibrary, checkHealth },
        publicUrl: 'https://bibliotek.example.dk',
        tokenVerifier: library.issuer.tokenVerifier,
        logger: createLogger({ write: () => undefined }),
        metrics: createMetrics(),
        mode: 'trial',
      })
      const server = await startHttpServer(app, { host: '127.0.0.1', port: 0 })
      const [health, metrics] = [await fetch(`${server.url}/health`), await fetch(`${server.url}/metrics`)]
      await server.close()
      expect(await health.json()).toMatchObject({
        behind: { 'read models': { events: 0, seconds: 10 } },
        retention: { due: 0 },
      })
      const text = await metrics.text()
      expect(text).toContain('glemsom_retention_scopes{state="due"} 0')
      expect(text).toContain('glemsom_key_backup_too_old 1')
    }))
})
