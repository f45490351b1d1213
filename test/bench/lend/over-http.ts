import { fork } from 'node:child_process'
import path from 'node:path'
import type { Answers, Errand } from './client'
import type { Asked, Served } from './serving'

/** Ms that answers took: half, and all but one in a hundred, took no longer. */
export interface Answered {
  readonly p50: number
  readonly p99: number
}

/** Ours, and beside it a server that answers and does nothing else. */
export interface AnsweredBeside extends Answered {
  readonly bare: Answered
}

/** A process with one thing to do: what it answers, and how to leave it. */
const inProcess = <A>(script: string, errand: object) => {
  const child = fork(path.join(__dirname, script))
  const answer = new Promise<A>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`${script} ended without a word`)))
    child.once('message', resolve)
  })
  child.send(errand)
  const ask = <B>(question: string): Promise<B> =>
    new Promise((resolve) => {
      child.once('message', resolve)
      child.send(question)
    })
  return { answer, ask, leave: () => (child.connected ? child.disconnect() : undefined) }
}

/** Lends at one rate: what answers took in ms, and the µs of CPU that a request cost the server's main thread. */
export interface AtRate extends Answered {
  /** Requests a second that were due; above a million, as many as 64 connections take. */
  readonly perSecond: number
  readonly answeredPerSecond: number
  readonly cpu: number
}

/** A client in a process of its own, so that it does not stand in the way of who answers. */
const byClient = async (errand: Errand): Promise<ReadonlyArray<number>> => {
  const answers = await inProcess<Answers>('client.js', errand).answer
  if ('failed' in answers) throw new Error(answers.failed)
  return answers.took
}

const share = (sorted: ReadonlyArray<number>, part: number): number => sorted[Math.floor(sorted.length * part)] ?? 0

/** The first fifth warms up. */
const counted = (took: ReadonlyArray<number>): Answered => {
  const sorted = took.slice(Math.floor(took.length / 5)).sort((a, b) => a - b)
  return { p50: share(sorted, 0.5), p99: share(sorted, 0.99) }
}

const answered = async (asked: Asked, requests: number, perSecond: number): Promise<Answered> => {
  const server = inProcess<Served>('serving.js', asked)
  try {
    const { url, token, bodies } = await server.answer
    const each = Array.from({ length: requests }, (_, place) => bodies[place % bodies.length] ?? {})
    return counted(await byClient({ url, token, bodies: each, perSecond }))
  } finally {
    server.leave()
  }
}

/** Lends over HTTP at so many requests a second, whether or not earlier ones were answered. */
export const lendingOverHttp = async (folder: string, copies: number, perSecond: number): Promise<AnsweredBeside> => {
  const bare = await answered({ _tag: 'Bare' }, copies, perSecond)
  const ours = await answered({ _tag: 'Library', folder, copies }, copies, perSecond)
  return { ...ours, bare }
}

/** Seconds for which each rate lasts, and the most requests that it takes. */
const secondsEach = 8
const mostEach = 4000

/** Lends over HTTP at several rates, one after the other, in one library. */
export const lendingAtRates = async (folder: string, rates: ReadonlyArray<number>): Promise<ReadonlyArray<AtRate>> => {
  const requests = rates.map((rate) => Math.min(mostEach, rate * secondsEach))
  const warming = 1000
  const copies = requests.reduce((sum, count) => sum + count, warming)
  const server = inProcess<Served>('serving.js', { _tag: 'Library', folder, copies } satisfies Asked)
  try {
    const { url, token, bodies } = await server.answer
    let from = warming
    await byClient({ url, token, bodies: bodies.slice(0, warming), perSecond: 500 })
    const told: AtRate[] = []
    for (const [turn, perSecond] of rates.entries()) {
      const each = bodies.slice(from, (from += requests[turn] ?? 0))
      const before = await server.ask<number>('cpu')
      const start = performance.now()
      const took = [...(await byClient({ url, token, bodies: each, perSecond }))].sort((a, b) => a - b)
      const seconds = (performance.now() - start) / 1000
      const cpu = ((await server.ask<number>('cpu')) - before) / each.length
      const answers = { p50: share(took, 0.5), p99: share(took, 0.99) }
      told.push({ perSecond, ...answers, answeredPerSecond: each.length / seconds, cpu })
    }
    return told
  } finally {
    server.leave()
  }
}
