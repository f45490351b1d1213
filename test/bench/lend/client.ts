import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'

/** What a client is to post, and how often. */
export interface Errand {
  readonly url: string
  readonly token: string
  readonly bodies: ReadonlyArray<object>
  /** Above a million: as fast as 64 connections take them. */
  readonly perSecond: number
}

/** Ms that each answer took, counted from the moment its request was due or sent, the earlier; or why the client gave up. */
export type Answers = { readonly took: ReadonlyArray<number> } | { readonly failed: string }

const poster = ({ url, token }: Errand, agent: Agent) => {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
  return (body: object): Promise<number> =>
    new Promise((resolve, reject) => {
      const each = { ...headers, 'Idempotency-Key': randomUUID() }
      const sent = request(`${url}/loans`, { method: 'POST', agent, headers: each }, (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode ?? 0))
      })
      sent.once('error', reject).end(JSON.stringify(body))
    })
}

/** Posts at a steady pace, whether or not earlier requests were answered. */
const run = async (errand: Errand): Promise<Answers> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64, scheduling: 'fifo' })
  const post = poster(errand, agent)
  const start = performance.now()
  const one = async (body: object, place: number): Promise<number> => {
    const due = start + (place * 1000) / errand.perSecond
    await setTimeout(Math.max(0, due - performance.now()))
    const sent = performance.now()
    const status = await post(body)
    if (status !== 201) throw new Error(`lending answered ${String(status)}`)
    return performance.now() - Math.min(due, sent)
  }
  try {
    return { took: await Promise.all(errand.bodies.map(one)) }
  } catch (error) {
    return { failed: String(error) }
  } finally {
    agent.destroy()
  }
}

// Run as a process of its own: the errand comes as its first message, and the answers go back as its last.
process.once('message', (errand: Errand) => {
  void run(errand).then((answers) => process.send?.(answers, () => process.disconnect?.()))
})
