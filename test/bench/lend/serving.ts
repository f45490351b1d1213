import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { createHttp } from '../../../adapters/interfaces/http/create-http'
import { listen } from '../../../adapters/interfaces/http/listen'
import { demoIssuer } from '../../../adapters/interfaces/http/tokens/demo-issuer'
import { createLog } from '../../../adapters/system/telemetry/log'
import { createMetrics } from '../../../adapters/system/telemetry/metrics'
import { right } from '../../fixtures/right'
import { branch } from './branch'
import { busyLibrary } from './library'

/** What is to be served: a library with so many copies, or an answer and nothing behind it. */
export type Asked =
  { readonly _tag: 'Library'; readonly folder: string; readonly copies: number } | { readonly _tag: 'Bare' }

/** Where it is served, whom to be, and what to post. */
export interface Served {
  readonly url: string
  readonly token: string
  readonly bodies: ReadonlyArray<object>
}

const staff = { role: 'staff', subject: 'demo-staff' } as const

const serveLibrary = async (folder: string, copies: number): Promise<Served> => {
  const { system, shelves, borrowers } = await busyLibrary(folder, [10], copies, 2048)
  const secret = randomBytes(32)
  const issuer = right(await demoIssuer({ environment: 'test', clock: 'simulated', folder: 'demo', secret }))
  const log = createLog({ write: () => undefined })
  const app = createHttp({ system, tokens: issuer.tokens, log, metrics: createMetrics(), mode: 'trial' })
  const { url } = await listen(app, { host: '127.0.0.1', port: 0 })
  const bodies = (shelves[0]?.copies ?? []).map((copy, place) => ({
    copy,
    borrower: borrowers[place % borrowers.length],
    branch,
  }))
  return { url, token: await issuer.tokenFor(staff), bodies }
}

/** The least that an answer costs: express reads JSON and writes some. */
const serveBare = async (): Promise<Served> => {
  const app = express()
  app.use(express.json())
  app.post('/loans', (_request, response) => {
    response.status(201).json({ loan: 'bare', after: 'bare' })
  })
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 'bare', bodies: [{}] }
}

// Run as a process of its own: what is asked comes as its first message, and it serves until it is left alone.
process.once('message', (asked: Asked) => {
  void (asked._tag === 'Library' ? serveLibrary(asked.folder, asked.copies) : serveBare()).then((served) =>
    process.send?.(served),
  )
})
process.once('disconnect', () => process.exit())
// Whoever measures asks what CPU time the main thread has taken so far, in µs.
process.on('message', (asked: Asked | 'cpu') => {
  if (asked !== 'cpu') return
  const { user, system } = process.threadCpuUsage()
  process.send?.(user + system)
})
