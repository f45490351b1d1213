import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { testBranch, registerBorrowerByHttp } from '../adapters/interfaces/http/http-steps'
import { staffUser, type Reply } from '../adapters/interfaces/http/with-http-server'
import type { ServiceProcess } from './service-process'
import { reservedTitle } from './reservation-scenario'

/** The replies that self-service machines received. */
export interface MachineReplies {
  /** Copies whose acquisition, loan and return were all acknowledged. */
  readonly completedCopies: string[]
  /** Replies of status 503. */
  readonly unavailableReplies: Reply[]
  /** All other replies that acknowledge nothing. */
  readonly unexpectedReplies: Reply[]
}

/** Ms before a machine repeats a request after status 503: sooner than Retry-After says, to add load. */
const retryDelayMs = 250

/** Repeats a request with the same idempotency key until it is acknowledged. */
const postUntilAccepted =
  ({ send }: ServiceProcess, replies: MachineReplies) =>
  async (path: string, body: object): Promise<void> => {
    const headers = { 'Idempotency-Key': randomUUID() }
    for (;;) {
      const reply = await send('POST', path, { as: staffUser, body, headers })
      if (reply.status < 300) return
      replies[reply.status === 503 ? 'unavailableReplies' : 'unexpectedReplies'].push(reply)
      await delay(retryDelayMs)
    }
  }

let copies = 4_000_000_000

const copyDetails = {
  title: reservedTitle,
  branch: testBranch,
  group: 'standard',
  name: 'Kongens Fald',
  author: null,
  ageLimit: null,
  price: 24900,
}

/** Acquires, lends and returns one copy after another until `isStopped`. */
export const runSelfServiceMachine = async (
  service: ServiceProcess,
  replies: MachineReplies,
  isStopped: () => boolean,
): Promise<void> => {
  const borrower = await registerBorrowerByHttp(service)
  const post = postUntilAccepted(service, replies)
  while (!isStopped()) {
    const copy = String((copies += 1))
    await post('/copies', { copy, ...copyDetails })
    await post('/loans', { copy, borrower, branch: testBranch })
    await post(`/copies/${copy}/return`, { branch: testBranch })
    replies.completedCopies.push(copy)
  }
}
