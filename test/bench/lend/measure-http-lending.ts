import path from 'node:path'
import { startProcess } from '../start-process'
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

const compiled = (script: string): string => path.join(__dirname, `${script}.js`)

/** The latency at one rate, and the µs of CPU time that a request took on the server's main thread. */
export interface LatencyAtRate extends Latency {
  /** Requests that were due per second. Above a million: as many as 64 connections take. */
  readonly perSecond: number
  readonly answeredPerSecond: number
  readonly cpu: number
}

/** Runs the client in a separate process, so that it does not slow the server. */
const runClient = async (plan: RequestPlan): Promise<ReadonlyArray<number>> => {
  const answers = await startProcess(compiled('http-client-process')).ask<ResponseTimes>(plan)
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
  const server = startProcess(compiled('http-server-process'))
  try {
    const { url, token, bodies } = await server.ask<ServedEndpoint>(job)
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

/** How long each rate lasts, in seconds. */
const secondsPerRate = 8

/** The most requests of each rate. */
const maxRequestsPerRate = 4000

/** Lends over HTTP at several rates, one after the other, in one library. */
export const measureHttpLendingAtRates = async (
  folder: string,
  rates: ReadonlyArray<number>,
): Promise<ReadonlyArray<LatencyAtRate>> => {
  const requests = rates.map((rate) => Math.min(maxRequestsPerRate, rate * secondsPerRate))
  const warmUpRequests = 1000
  const copies = requests.reduce((sum, count) => sum + count, warmUpRequests)
  const job: ServerJob = { _tag: 'Library', folder, copies }
  const server = startProcess(compiled('http-server-process'))
  try {
    const { url, token, bodies } = await server.ask<ServedEndpoint>(job)
    let from = warmUpRequests
    await runClient({ url, token, bodies: bodies.slice(0, warmUpRequests), perSecond: 500 })
    const measured: LatencyAtRate[] = []
    for (const [turn, perSecond] of rates.entries()) {
      const each = bodies.slice(from, (from += requests[turn] ?? 0))
      const before = await server.ask<number>('cpu')
      const start = performance.now()
      const responseMs = [...(await runClient({ url, token, bodies: each, perSecond }))].sort((a, b) => a - b)
      const seconds = (performance.now() - start) / 1000
      const cpu = ((await server.ask<number>('cpu')) - before) / each.length
      const answers = { p50: percentile(responseMs, 0.5), p99: percentile(responseMs, 0.99) }
      measured.push({ perSecond, ...answers, answeredPerSecond: each.length / seconds, cpu })
    }
    return measured
  } finally {
    server.stop()
  }
}
