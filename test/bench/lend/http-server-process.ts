import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { createHttpApp } from '../../../adapters/interfaces/http/create-http-app'
import { startHttpServer } from '../../../adapters/interfaces/http/start-http-server'
import { createDemoIssuer } from '../../../adapters/interfaces/http/tokens/demo-issuer'
import { createLogger } from '../../../adapters/system/telemetry/logger'
import { createMetrics } from '../../../adapters/system/telemetry/metrics'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { benchBranch } from './bench-branch'
import { openBusyLibrary } from './busy-library'

/** What to serve: a library with a number of copies, or a bare server with a constant answer. */
export type ServerJob =
  { readonly _tag: 'Library'; readonly folder: string; readonly copies: number } | { readonly _tag: 'Bare' }

/** The URL, the token and the request bodies for the client. */
export interface ServedEndpoint {
  readonly url: string
  readonly token: string
  readonly bodies: ReadonlyArray<object>
}

const staff = { role: 'staff', subject: 'demo-staff' } as const

const serveLibrary = async (folder: string, copies: number): Promise<ServedEndpoint> => {
  const { library, copiesByPast, borrowers } = await openBusyLibrary(folder, [10], copies, 2048)
  const secret = randomBytes(32)
  const issuer = rightOrThrow(await createDemoIssuer({ environment: 'test', folder: 'demo', secret }))
  const logger = createLogger({ write: () => undefined })
  const app = createHttpApp({
    library,
    publicUrl: 'https://bibliotek.example.dk',
    tokenVerifier: issuer.tokenVerifier,
    logger,
    metrics: createMetrics(),
    mode: 'trial',
  })
  const { url } = await startHttpServer(app, { host: '127.0.0.1', port: 0 })
  const bodies = (copiesByPast[0]?.copies ?? []).map((copy, index) => ({
    copy,
    borrower: borrowers[index % borrowers.length],
    branch: benchBranch,
  }))
  return { url, token: await issuer.tokenFor(staff), bodies }
}

/** The least work of an answer: express reads and writes JSON. */
const serveBare = async (): Promise<ServedEndpoint> => {
  const app = express()
  app.use(express.json())
  app.post('/loans', (_request, response) => {
    response.status(201).json({ loan: 'bare', after: 'bare' })
  })
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 'bare', bodies: [{}] }
}

// Runs as a separate process: the first message is the job, and it serves until the parent disconnects.
process.once('message', (job: ServerJob) => {
  void (job._tag === 'Library' ? serveLibrary(job.folder, job.copies) : serveBare()).then((endpoint) =>
    process.send?.(endpoint),
  )
})
process.once('disconnect', () => process.exit())
// Answers `cpu` with the CPU time of the main thread so far, in µs.
process.on('message', (job: ServerJob | 'cpu') => {
  if (job !== 'cpu') return
  const { user, system } = process.threadCpuUsage()
  process.send?.(user + system)
})
