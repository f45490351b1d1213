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
const inProcess = <A>(script: string, errand: object): { readonly answer: Promise<A>; readonly leave: () => void } => {
  const child = fork(path.join(__dirname, script))
  const answer = new Promise<A>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`${script} ended without a word`)))
    child.once('message', resolve)
  })
  child.send(errand)
  return { answer, leave: () => (child.connected ? child.disconnect() : undefined) }
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
