import { fork } from 'node:child_process'
import path from 'node:path'
import type { ResponseTimes, RequestPlan } from './http-client-process'
import type { ServerJob, ServedEndpoint } from './http-server-process'

/** The median and the 99th percentile of response times, in ms. */
export interface Latency {
  readonly p50: number
  readonly p99: number
}

/** The latency of Glemsom, and of a bare server that only answers. */
export interface LatencyBesideBare extends Latency {
  readonly bare: Latency
}

/** Starts a process with one job. Answers its first message, and a function that stops it. */
const startProcess = <A>(script: string, job: object): { readonly answer: Promise<A>; readonly stop: () => void } => {
  const child = fork(path.join(__dirname, script))
  const answer = new Promise<A>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`${script} ended without an answer`)))
    child.once('message', resolve)
  })
  child.send(job)
  return { answer, stop: () => (child.connected ? child.disconnect() : undefined) }
}

/** Runs the client in a separate process, so that it does not slow the server. */
const runClient = async (plan: RequestPlan): Promise<ReadonlyArray<number>> => {
  const answers = await startProcess<ResponseTimes>('http-client-process.js', plan).answer
  if ('failed' in answers) throw new Error(answers.failed)
  return answers.responseMs
}

const percentile = (sorted: ReadonlyArray<number>, fraction: number): number =>
  sorted[Math.floor(sorted.length * fraction)] ?? 0

/** The percentiles, without the first fifth of the responses, which warms up. */
const toLatency = (responseMs: ReadonlyArray<number>): Latency => {
  const sorted = responseMs.slice(Math.floor(responseMs.length / 5)).sort((a, b) => a - b)
  return { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) }
}

const measureLatency = async (job: ServerJob, requests: number, perSecond: number): Promise<Latency> => {
  const server = startProcess<ServedEndpoint>('http-server-process.js', job)
  try {
    const { url, token, bodies } = await server.answer
    const each = Array.from({ length: requests }, (_, index) => bodies[index % bodies.length] ?? {})
    return toLatency(await runClient({ url, token, bodies: each, perSecond }))
  } finally {
    server.stop()
  }
}

/** Lends over HTTP at a constant number of requests a second, whether or not earlier requests are answered. */
export const measureHttpLending = async (
  folder: string,
  copies: number,
  perSecond: number,
): Promise<LatencyBesideBare> => {
  const bare = await measureLatency({ _tag: 'Bare' }, copies, perSecond)
  const ours = await measureLatency({ _tag: 'Library', folder, copies }, copies, perSecond)
  return { ...ours, bare }
}
