import { createHttpApp } from '../../../../adapters/interfaces/http/create-http-app'
import { startHttpServer } from '../../../../adapters/interfaces/http/start-http-server'
import { createLogger } from '../../../../adapters/system/telemetry/logger'
import { createMetrics } from '../../../../adapters/system/telemetry/metrics'
import { withRunningLibrary } from '../../../fixtures/running-library'
import { createTestIssuer } from './with-http-server'

/** The statuses of a read in production: without a word of a proxy, and with its word that TLS was used or was not. */
const statusesWith = (trustedProxies: ReadonlyArray<string>, path = '/branches'): Promise<ReadonlyArray<number>> =>
  withRunningLibrary(async (library) => {
    const { tokenVerifier } = await createTestIssuer()
    const app = createHttpApp({
      ...{ library, tokenVerifier, trustedProxies, publicUrl: 'https://bibliotek.example.dk' },
      ...{ logger: createLogger({ write: () => undefined }), metrics: createMetrics(), mode: 'production' },
    })
    const server = await startHttpServer(app, { host: '127.0.0.1', port: 0 })
    try {
      const statuses: number[] = []
      for (const headers of [{}, { 'X-Forwarded-Proto': 'http' }, { 'X-Forwarded-Proto': 'https' }])
        statuses.push((await fetch(`${server.url}${path}`, { headers })).status)
      return statuses
    } finally {
      await server.close()
    }
  })

describe('a request without TLS in production', () => {
  it('is refused, unless the trusted proxy says that it came over TLS', async () => {
    expect(await statusesWith(['loopback'])).toEqual([403, 403, 200])
  })

  it('is refused when an address says so that is not trusted', async () => {
    expect(await statusesWith(['10.0.0.0/24'])).toEqual([403, 403, 403])
  })

  it('may ask for the health, which a balancer asks for', async () => {
    expect(await statusesWith([], '/health')).toEqual([200, 200, 200])
  })
})
