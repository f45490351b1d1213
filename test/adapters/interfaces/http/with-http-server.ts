import { randomBytes } from 'node:crypto'
import { createHttpApp } from '../../../../adapters/interfaces/http/create-http-app'
import { startHttpServer } from '../../../../adapters/interfaces/http/start-http-server'
import {
  createDemoIssuer,
  type DemoIssuer,
  type DemoUser,
} from '../../../../adapters/interfaces/http/tokens/demo-issuer'
import type { OpenRunningLibraryOptions } from '../../../../adapters/composition/open-running-library-options'
import type { RunningLibrary } from '../../../../adapters/processes/running-library/running-library'
import { createLogger } from '../../../../adapters/system/telemetry/logger'
import { createMetrics } from '../../../../adapters/system/telemetry/metrics'
import type { MonotonicClock } from '../../../../domain/ports/clocks'
import type { BorrowerId, GuardianshipId } from '../../../../domain/values/ids'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { withRunningLibrary } from '../../../fixtures/running-library'
import { checkAgainstOpenApi } from './check-against-openapi'

/** Any JSON value. */
export type Json = ReturnType<typeof JSON.parse>

/** The reply to a request. */
export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly body: Json
  readonly text: string
}

export interface TestRequest {
  readonly as?: DemoUser
  readonly body?: unknown
  readonly raw?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A library served for one test. */
export interface ServedLibrary {
  readonly runningLibrary: RunningLibrary
  readonly url: string
  readonly issuer: DemoIssuer
  readonly loggedText: () => string
  /** Sends a request and checks the reply against the OpenAPI description. */
  readonly send: (method: string, path: string, request?: TestRequest) => Promise<Reply>
}

export const staffUser: DemoUser = { role: 'staff', subject: 'demo-staff' }
export const machineUser: DemoUser = { role: 'machine', subject: 'demo-machine' }
export const auditorUser: DemoUser = { role: 'auditor', subject: 'demo-auditor' }
export const administratorUser: DemoUser = { role: 'administrator', subject: 'demo-administrator' }
export const dutyOfficerUser: DemoUser = { role: 'dutyOfficer', subject: 'demo-duty-officer' }
export const videoInvestigatorUser: DemoUser = { role: 'videoInvestigator', subject: 'demo-video-investigator' }
export const videoRecorderUser: DemoUser = { role: 'videoRecorder', subject: 'demo-video-recorder' }
export const borrowerUser = (subject: BorrowerId): DemoUser => ({ role: 'borrower', subject })

export const guardianUser = (guardianships: ReadonlyArray<GuardianshipId>): DemoUser => ({
  ...{ role: 'guardian', subject: 'a guardian', guardianships },
})

export const createTestIssuer = async (): Promise<DemoIssuer> =>
  rightOrThrow(await createDemoIssuer({ environment: 'test', folder: 'demo', secret: randomBytes(32) }))

/** Sends requests to a served library, with tokens of its issuer, as a proxy does that ends TLS. */
export const createSender =
  (url: string, issuer: Pick<DemoIssuer, 'tokenFor'>): ServedLibrary['send'] =>
  async (method, path, { as, body, raw, headers = {} } = {}) => {
    const token = as === undefined ? {} : { Authorization: `Bearer ${await issuer.tokenFor(as)}` }
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body))
    const type = content === undefined ? {} : { 'Content-Type': 'application/json' }
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { 'X-Forwarded-Proto': 'https', ...token, ...type, ...headers },
      ...(content === undefined ? {} : { body: content }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') === true
    const reply = { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : text }
    checkAgainstOpenApi(method, path, reply)
    return reply
  }

/** Serves an open library on a free port. */
export const withServerOf = async <A>(
  runningLibrary: RunningLibrary,
  use: (library: ServedLibrary) => Promise<A>,
  clock?: MonotonicClock,
): Promise<A> => {
  const issuer = await createTestIssuer()
  const lines: string[] = []
  const loggedText = createLogger({ write: (line: string) => void lines.push(line) })
  const app = createHttpApp(
    {
      library: runningLibrary,
      publicUrl: 'https://bibliotek.example.dk',
      tokenVerifier: issuer.tokenVerifier,
      logger: loggedText,
      metrics: createMetrics(clock),
      mode: 'trial',
      trustedProxies: ['loopback'],
    },
    clock,
  )
  const server = await startHttpServer(app, { host: '127.0.0.1', port: 0 })
  try {
    const { url } = server
    return await use({
      runningLibrary,
      url,
      issuer,
      loggedText: () => lines.join(''),
      send: createSender(url, issuer),
    })
  } finally {
    await server.close()
  }
}

/** Serves a library from a new folder on a free port. */
export const withHttpServer = <A>(
  use: (library: ServedLibrary) => Promise<A>,
  clock?: MonotonicClock,
  options: Partial<OpenRunningLibraryOptions> = {},
): Promise<A> => withRunningLibrary((library) => withServerOf(library, use, clock), options)
