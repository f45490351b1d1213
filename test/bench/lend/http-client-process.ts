import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'

/** The requests that a client posts, and their rate. */
export interface RequestPlan {
  readonly url: string
  readonly token: string
  readonly bodies: ReadonlyArray<object>
  /** Above a million: as fast as 64 connections take the requests. */
  readonly perSecond: number
}

/** The ms of each response, from the time its request was due or sent, whichever is earlier; or the failure. */
export type ResponseTimes = { readonly responseMs: ReadonlyArray<number> } | { readonly failed: string }

const createPoster = ({ url, token }: RequestPlan, agent: Agent) => {
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

/** Posts at a constant rate, whether or not earlier requests are answered. */
const run = async (plan: RequestPlan): Promise<ResponseTimes> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64, scheduling: 'fifo' })
  const post = createPoster(plan, agent)
  const start = performance.now()
  const postWhenDue = async (body: object, index: number): Promise<number> => {
    const due = start + (index * 1000) / plan.perSecond
    await setTimeout(Math.max(0, due - performance.now()))
    const sent = performance.now()
    const status = await post(body)
    if (status !== 201) throw new Error(`lending answered ${String(status)}`)
    return performance.now() - Math.min(due, sent)
  }
  try {
    return { responseMs: await Promise.all(plan.bodies.map(postWhenDue)) }
  } catch (error) {
    return { failed: String(error) }
  } finally {
    agent.destroy()
  }
}

// Runs as a separate process: the first message is the plan, and the last is the response times.
process.once('message', (plan: RequestPlan) => {
  void run(plan).then((answers) => process.send?.(answers, () => process.disconnect?.()))
})
