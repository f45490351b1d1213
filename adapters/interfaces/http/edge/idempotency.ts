import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { LRUCache } from 'lru-cache'
import { canonical } from '../../../../domain/event/canonical'
import { once, type Origin } from '../../../../domain/use-cases/origin'
import { edge } from '../problems/edge-failure'
import type { Failure } from '../problems/failure'
import type { Route } from '../route/route'
import type { Wanted } from '../route/wanted'
import type { Caller } from '../tokens/caller'

const form = /^[!-~]{1,200}$/

/** Makes the origin of a command from its idempotency key. */
export type OriginOf = (
  route: Pick<Route, 'method' | 'path'>,
  caller: Caller,
) => (key: string | undefined, wanted: Wanted) => E.Either<Failure, Origin>

const malformed: Failure = {
  _tag: 'RequestIsInvalid',
  errors: [
    {
      in: 'header',
      pointer: 'Idempotency-Key',
      must: { da: 'skal være 1 til 200 synlige tegn', en: 'must be 1 to 200 visible characters' },
    },
  ],
}

/** Whether a request says when what it records was done: then its key belongs to that day, and else to today. */
const namesTime = ({ body }: Wanted): boolean =>
  typeof body === 'object' && body !== null && 'actedAt' in body && body.actedAt !== undefined

/** How many requests are remembered, so that a key used for another request is told of. */
const remembered = 20_000

/**
 * Two callers never share a key: it counts together with the role, the subject and the route. What the request asks
 * for counts too, so that a key used for something else never gives two things one id; the last 20,000 are remembered
 * (as digests under a key of this process) and such use is refused.
 */
export const originOf = (): OriginOf => {
  const secret = createSecretKey(randomBytes(32))
  const digest = (text: string): string => createHmac('sha256', secret).update(text).digest('base64')
  const seen = new LRUCache<string, string>({ max: remembered })
  return (route, caller) => (key, wanted) => {
    if (key === undefined) return E.right(once)
    if (!form.test(key)) return E.left(malformed)
    const who = caller.role === 'anyone' ? '' : caller.subject
    const named = [caller.role, who, `${route.method} ${route.path}`, key].join('\n')
    const asked = canonical({ params: wanted.params, body: wanted.body ?? null })
    const use = digest(named)
    const before = seen.get(use)
    const now = digest(asked)
    if (before !== undefined && before !== now) return E.left(edge('KeyWasUsedForAnother'))
    seen.set(use, now)
    return E.right({ _tag: namesTime(wanted) ? 'Keyed' : 'KeyedToday', key: `${named}\n${asked}` })
  }
}
