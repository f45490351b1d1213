import { randomBytes } from 'node:crypto'
import { createHttp } from '../../../../adapters/interfaces/http/create-http'
import { listen } from '../../../../adapters/interfaces/http/listen'
import { demoIssuer, type DemoIssuer, type DemoUser } from '../../../../adapters/interfaces/http/tokens/demo-issuer'
import type { OpenOptions } from '../../../../adapters/composition/open-system'
import type { System } from '../../../../adapters/processes/running/system'
import { createLog } from '../../../../adapters/system/telemetry/log'
import { createMetrics } from '../../../../adapters/system/telemetry/metrics'
import type { MachineClock } from '../../../../domain/ports/clocks'
import type { BorrowerId } from '../../../../domain/values/ids'
import { right } from '../../../fixtures/right'
import { withSystem } from '../../../fixtures/system'
import { checkAnswer } from './description'

/** Whatever JSON says. */
export type Json = ReturnType<typeof JSON.parse>

/** What came back. */
export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly body: Json
  readonly text: string
}

export interface Sending {
  readonly as?: DemoUser
  readonly body?: unknown
  readonly raw?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A library that is served, for one test. */
export interface Served {
  readonly system: System
  readonly url: string
  readonly issuer: DemoIssuer
  readonly log: () => string
  /** Sends a request; the answer is checked against the description. */
  readonly send: (method: string, path: string, sending?: Sending) => Promise<Reply>
}

export const staff: DemoUser = { role: 'staff', subject: 'demo-staff' }
export const machine: DemoUser = { role: 'machine', subject: 'demo-machine' }
export const auditor: DemoUser = { role: 'auditor', subject: 'demo-auditor' }
export const administrator: DemoUser = { role: 'administrator', subject: 'demo-administrator' }
export const reader = (subject: BorrowerId): DemoUser => ({ role: 'borrower', subject })

export const newIssuer = async (): Promise<DemoIssuer> =>
  right(await demoIssuer({ environment: 'test', clock: 'simulated', folder: 'demo', secret: randomBytes(32) }))

/** Sends requests to a library that is served somewhere, by tokens of its issuer. */
export const sender =
  (url: string, issuer: Pick<DemoIssuer, 'tokenFor'>): Served['send'] =>
  async (method, path, { as, body, raw, headers = {} } = {}) => {
    const token = as === undefined ? {} : { Authorization: `Bearer ${await issuer.tokenFor(as)}` }
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body))
    const type = content === undefined ? {} : { 'Content-Type': 'application/json' }
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { ...token, ...type, ...headers },
      ...(content === undefined ? {} : { body: content }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') === true
    const reply = { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : text }
    checkAnswer(method, path, reply)
    return reply
  }

/** Serves a library from a folder of its own on a free port. */
export const served = <A>(
  use: (library: Served) => Promise<A>,
  clock?: MachineClock,
  options: Partial<OpenOptions> = {},
): Promise<A> =>
  withSystem(async (system) => {
    const issuer = await newIssuer()
    const lines: string[] = []
    const log = createLog({ write: (line: string) => void lines.push(line) })
    const app = createHttp({ system, tokens: issuer.tokens, log, metrics: createMetrics(), mode: 'trial' }, clock)
    const listening = await listen(app, { host: '127.0.0.1', port: 0 })
    try {
      const { url } = listening
      return await use({ system, url, issuer, log: () => lines.join(''), send: sender(url, issuer) })
    } finally {
      await listening.close()
    }
  }, options)
