import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { branch, register } from '../adapters/interfaces/http/desk'
import { staff, type Reply } from '../adapters/interfaces/http/serve'
import type { Service } from './service'
import { title } from './scene'

/** What machines at work have been told. */
export interface Told {
  /** The copies that were taken in, lent and given back, each of which was acknowledged. */
  readonly copies: string[]
  /** Answers that told somebody to wait. */
  readonly waits: Reply[]
  /** Every other answer that acknowledges nothing. */
  readonly wrong: Reply[]
}

/** Ms before a machine asks again that was told to wait: sooner than it is told, to be a burden. */
const impatience = 250

/** Asks until it is acknowledged, each time by the same key. */
const insisting =
  ({ send }: Service, told: Told) =>
  async (path: string, body: object): Promise<void> => {
    const headers = { 'Idempotency-Key': randomUUID() }
    for (;;) {
      const reply = await send('POST', path, { as: staff, body, headers })
      if (reply.status < 300) return
      told[reply.status === 503 ? 'waits' : 'wrong'].push(reply)
      await pause(impatience)
    }
  }

let copies = 4_000_000_000

const bought = { title, branch, group: 'standard', name: 'Kongens Fald', author: null, ageLimit: null, price: 24900 }

/** A machine at which one copy after another is taken in, lent and given back, until it is told to end. */
export const atWork = async (service: Service, told: Told, isOver: () => boolean): Promise<void> => {
  const borrower = await register(service)
  const post = insisting(service, told)
  while (!isOver()) {
    const copy = String((copies += 1))
    await post('/copies', { copy, ...bought })
    await post('/loans', { copy, borrower, branch })
    await post(`/copies/${copy}/return`, { branch })
    told.copies.push(copy)
  }
}
