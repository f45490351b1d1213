import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { createHttp } from '../../../adapters/http/create-http'
import { listen } from '../../../adapters/http/listen'
import { demoIssuer } from '../../../adapters/http/tokens/demo-issuer'
import { createLog } from '../../../adapters/telemetry/log'
import { createMetrics } from '../../../adapters/telemetry/metrics'
import { right } from '../../fixtures/right'
import { branch } from './branch'
import type { Answers, Errand } from './client'
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

/** A client in a process of its own, so that it does not stand in the way of who answers. */
const byClient = (errand: Errand): Promise<ReadonlyArray<number>> =>
  new Promise((resolve, reject) => {
    const client = fork(path.join(__dirname, 'client.js'), { execArgv: [] })
    client.once('error', reject)
    client.once('exit', () => reject(new Error('the client ended without a word')))
    client.once('message', (answers: Answers) =>
      'took' in answers ? resolve(answers.took) : reject(new Error(answers.failed)),
    )
    client.send(errand)
  })

const share = (sorted: ReadonlyArray<number>, part: number): number => sorted[Math.floor(sorted.length * part)] ?? 0

/** Lends over HTTP at so many requests a second, whether or not earlier ones were answered. The first fifth warms up. */
export const lendingOverHttp = async (folder: string, copies: number, perSecond: number): Promise<Answered> => {
  const { system, shelves, borrowers } = await busyLibrary(folder, [10], copies, 2048)
  const { listening, token } = await served(system)
  const bodies = (shelves[0]?.copies ?? []).map((copy, place) => ({
    copy,
    borrower: borrowers[place % borrowers.length],
    branch,
  }))
  try {
    const took = await byClient({ url: listening.url, token, bodies, perSecond })
    const counted = took.slice(Math.floor(copies / 5)).sort((a, b) => a - b)
    return { p50: share(counted, 0.5), p99: share(counted, 0.99) }
  } finally {
    await listening.close()
    await system.close()
  }
}
