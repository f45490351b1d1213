import { randomBytes, randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { createHttp } from '../../../adapters/http/create-http'
import { listen } from '../../../adapters/http/listen'
import { demoIssuer } from '../../../adapters/http/tokens/demo-issuer'
import { createLog } from '../../../adapters/telemetry/log'
import { createMetrics } from '../../../adapters/telemetry/metrics'
import { right } from '../../fixtures/right'
import { branch } from './branch'
import { busyLibrary, type BusyLibrary } from './library'

/** Ms that answers took: half, and all but one in a hundred, took no longer. */
export interface Answered {
  readonly p50: number
  readonly p99: number
}

const staff = { role: 'staff', subject: 'demo-staff' } as const

const served = async (system: BusyLibrary['system']) => {
  const secret = randomBytes(32)
  const issuer = right(await demoIssuer({ environment: 'test', clock: 'simulated', folder: 'demo', secret }))
  const log = createLog({ write: () => undefined })
  const app = createHttp({ system, tokens: issuer.tokens, log, metrics: createMetrics(), mode: 'trial' })
  return { listening: await listen(app, { host: '127.0.0.1', port: 0 }), token: await issuer.tokenFor(staff) }
}

const poster = (url: string, token: string) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const post = (body: object): Promise<number> =>
    new Promise((resolve, reject) => {
      const headers = {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
      }
      const sent = request(`${url}/loans`, { method: 'POST', agent, headers }, (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode ?? 0))
      })
      sent.once('error', reject).end(JSON.stringify(body))
    })
  return { post, close: () => agent.destroy() }
}

const share = (sorted: ReadonlyArray<number>, part: number): number => sorted[Math.floor(sorted.length * part)] ?? 0

/**
 * Lends over HTTP at so many requests a second, whether or not earlier ones were answered; the client shares the
 * process. A time is counted from the moment the request was due, and the first fifth warms up.
 */
export const lendingOverHttp = async (folder: string, copies: number, perSecond: number): Promise<Answered> => {
  const { system, shelves, borrowers } = await busyLibrary(folder, [10], copies, 2048)
  const { listening, token } = await served(system)
  const { post, close } = poster(listening.url, token)
  const start = performance.now()
  const lendAt = async (copy: string, place: number): Promise<number> => {
    const due = start + (place * 1000) / perSecond
    await setTimeout(Math.max(0, due - performance.now()))
    const status = await post({ copy, borrower: borrowers[place % borrowers.length], branch })
    if (status !== 201) throw new Error(`lending answered ${String(status)}`)
    return performance.now() - due
  }
  try {
    const took = await Promise.all((shelves[0]?.copies ?? []).map(lendAt))
    const counted = took.slice(Math.floor(copies / 5)).sort((a, b) => a - b)
    return { p50: share(counted, 0.5), p99: share(counted, 0.99) }
  } finally {
    close()
    await listening.close()
    await system.close()
  }
}
