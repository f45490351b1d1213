import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { writeAlarmsToProcessLog } from '../../../../adapters/composition/write-alarms-to-process-log'
import { createHttpApp } from '../../../../adapters/interfaces/http/create-http-app'
import { createOperatorApp } from '../../../../adapters/interfaces/http/create-operator-app'
import { startHttpServer } from '../../../../adapters/interfaces/http/start-http-server'
import { createTokenVerifier } from '../../../../adapters/interfaces/http/tokens/create-token-verifier'
import { issuerKeysFailureReason } from '../../../../adapters/interfaces/http/tokens/issuer-keys-failure-reason'
import { reportFailingIssuerKeys } from '../../../../adapters/interfaces/http/tokens/report-failing-issuer-keys'
import { createFailingSystemPartRegistry } from '../../../../adapters/processes/failures/failing-system-part-registry'
import { reportPartFailuresByAlarm } from '../../../../adapters/processes/failures/report-part-failures-by-alarm'
import { createLogger } from '../../../../adapters/system/telemetry/logger'
import { createMetrics } from '../../../../adapters/system/telemetry/metrics'
import { withRunningLibrary } from '../../../fixtures/running-library'
import { checkAgainstOpenApi } from './check-against-openapi'
import { createSender } from './with-http-server'

/** An issuer that serves its keys, or fails, as a test says. */
const startIssuer = async () => {
  const issuer = { status: 200, requests: 0 }
  const server = createServer((_request, response) => {
    issuer.requests += 1
    response.writeHead(issuer.status).end(JSON.stringify({ keys: [] }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = new URL(`http://127.0.0.1:${String(port)}/keys?for=zorro`)
  return { issuer, url, close: () => server.close().closeAllConnections() }
}

const setUp = async (url: URL) => {
  const lines: string[] = []
  const logger = createLogger({ write: (line: string) => void lines.push(line) })
  const time = { elapsed: 0 }
  const settings = { issuer: 'https://log-in.example', audience: 'glemsom', key: { _tag: 'KeySet', url } } as const
  const issuerParts = createFailingSystemPartRegistry(
    () => new Date('2026-01-05T08:00:30Z'),
    reportPartFailuresByAlarm(writeAlarmsToProcessLog(logger)),
  )
  const tokenVerifier = reportFailingIssuerKeys(await createTokenVerifier(settings), issuerParts, {
    elapsed: () => time.elapsed,
  })
  return { lines, logger, time, issuerParts, tokenVerifier }
}

describe('keys of the issuer that cannot be fetched', () => {
  it('are in health until they can: which part, since when and what to do, and once in the log', () =>
    withRunningLibrary(async (library) => {
      const { issuer, url, close } = await startIssuer()
      const { lines, logger, time, issuerParts, tokenVerifier } = await setUp(url)
      const settings = {
        library,
        tokenVerifier,
        issuerParts,
        logger,
        metrics: createMetrics(),
        publicUrl: 'https://bibliotek.example.dk',
        mode: 'trial',
      } as const
      const address = { host: '127.0.0.1', port: 0 }
      const [server, forOperators] = [
        await startHttpServer(createHttpApp(settings), address),
        await startHttpServer(createOperatorApp(settings), address),
      ]
      const ask = createSender(server.url, { tokenFor: () => Promise.reject(new Error('nobody asks for a token')) })
      const readHealth = async () => {
        const response = await fetch(`${forOperators.url}/health`)
        const text = await response.text()
        const reply = { status: response.status, headers: response.headers, text, body: JSON.parse(text) }
        checkAgainstOpenApi('GET', '/health', reply)
        return reply
      }
      try {
        await tokenVerifier.checkKeys()
        expect(await readHealth()).toMatchObject({ status: 200, body: { ok: true, failingParts: [] } })
        issuer.status = 500
        time.elapsed = 60_000
        for (let count = 0; count < 5; count += 1) await tokenVerifier.checkKeys()
        expect((await readHealth()).body).toMatchObject({
          ok: false,
          failingParts: [
            {
              part: 'issuerKeys',
              since: '2026-01-05T08:00Z',
              reason: 'the issuer answers something else than a key set (ERR_JOSE_GENERIC)',
              whatToDo: expect.stringContaining('GLEMSOM_KEYS_URL') as string,
            },
          ],
        })
        expect((await ask('GET', '/health')).body).toEqual({ ok: false })
        for (const path of ['/health/live', '/health/ready'])
          expect(await ask('GET', path)).toMatchObject({ status: 200, body: { ok: true } })
        issuer.status = 200
        await tokenVerifier.checkKeys()
        expect(await readHealth()).toMatchObject({ status: 200, body: { ok: true, failingParts: [] } })
        const logged = lines.join('')
        expect([logged.match(/"PartFails"/g), logged.match(/"PartWorksAgain"/g)]).toEqual([
          ['"PartFails"'],
          ['"PartWorksAgain"'],
        ])
        expect(logged).not.toContain('zorro')
      } finally {
        await Promise.all([server.close(), forOperators.close()])
        close()
      }
    }))

  it('are known to be missing as soon as a token cannot be verified', async () => {
    const { issuer, url, close } = await startIssuer()
    try {
      issuer.status = 404
      const { issuerParts, tokenVerifier } = await setUp(url)
      const token = 'eyJhbGciOiJFUzI1NiIsImtpZCI6Im9uZSJ9.e30.c2ln'
      expect(await tokenVerifier.verify(token)()).toMatchObject({ left: { _tag: 'TokensUnavailable' } })
      expect(issuerParts.list()).toMatchObject([{ part: 'issuerKeys' }])
    } finally {
      close()
    }
  })

  it('are fetched once a minute, and with each check while that fails', async () => {
    const { issuer, url, close } = await startIssuer()
    try {
      const { time, tokenVerifier } = await setUp(url)
      const checkAt = async (elapsed: number): Promise<number> => {
        time.elapsed = elapsed
        await tokenVerifier.checkKeys()
        return issuer.requests
      }
      expect([await checkAt(0), await checkAt(5000), await checkAt(59_999)]).toEqual([1, 1, 1])
      issuer.status = 404
      expect([await checkAt(60_000), await checkAt(65_000), await checkAt(70_000)]).toEqual([2, 3, 4])
      issuer.status = 200
      expect([await checkAt(75_000), await checkAt(80_000)]).toEqual([5, 5])
    } finally {
      close()
    }
  })

  it.each([
    [Object.assign(new Error(), { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) }), 'ECONNREFUSED'],
    [Object.assign(new Error('zorro'), { code: 'ERR_JWKS_TIMEOUT' }), 'ERR_JWKS_TIMEOUT'],
  ])('have a reason with a code, which repeats nothing of what was answered: %#', (error, code) => {
    const reason = issuerKeysFailureReason(error)
    expect(reason).toContain(`(${code})`)
    expect(reason).not.toContain('zorro')
    expect(issuerKeysFailureReason(new Error('zorro'))).toBe('the issuer cannot be reached')
  })
})
