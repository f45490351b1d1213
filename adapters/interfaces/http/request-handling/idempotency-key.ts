import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { canonicalJson } from '../../../../domain/event/canonical-json'
import { unkeyedOrigin, type CommandOrigin } from '../../../../domain/use-cases/command-metadata'
import { httpRequestFailure } from '../problems/http-request-failure'
import type { HttpFailure } from '../problems/http-failure'
import type { Route } from '../route/route'
import type { UndecodedRequestContent } from '../route/undecoded-request-content'
import type { HttpCaller } from '../tokens/caller'
import { boundedCache } from '../../../system/caching/bounded-cache'

const keyPattern = /^[!-~]{1,200}$/

/** Reads an Idempotency-Key into the origin of a command. */
export type ReadIdempotencyKey = (
  route: Pick<Route, 'method' | 'path'>,
  caller: HttpCaller,
) => (key: string | undefined, request: UndecodedRequestContent) => E.Either<HttpFailure, CommandOrigin>

const malformedKey: HttpFailure = {
  _tag: 'RequestIsInvalid',
  errors: [
    {
      in: 'header',
      pointer: 'Idempotency-Key',
      text: { da: 'skal være 1 til 200 synlige tegn', en: 'must be 1 to 200 visible characters' },
    },
  ],
}

/** Whether a request names the time of the act: then its key belongs to that day, else to today. */
const hasActedAt = ({ body }: UndecodedRequestContent): boolean =>
  typeof body === 'object' && body !== null && 'actedAt' in body && body.actedAt !== undefined

/** How many keys are remembered, to detect a key that is reused for another request. */
const maxRememberedKeys = 20_000

/**
 * Reads idempotency keys. A key belongs to one request of one caller, that is, of one role and subject. Ids are derived
 * from key, caller, route and content, so a reused key never gives two things one id. The last 20,000 keys are remembered
 * (as digests under a key of this process), and one that comes again for another route or content is refused.
 */
export const createIdempotencyKeyReader = (): ReadIdempotencyKey => {
  const secret = createSecretKey(randomBytes(32))
  const digest = (text: string): string => createHmac('sha256', secret).update(text).digest('base64')
  const digestsByKey = boundedCache<string, string>(maxRememberedKeys)
  return (route, caller) => (key, request) => {
    if (key === undefined) return E.right(unkeyedOrigin)
    if (!keyPattern.test(key)) return E.left(malformedKey)
    const subject = caller.role === 'anyone' ? '' : caller.subject
    const content = canonicalJson({ params: request.params, body: request.body ?? null })
    const derivedFrom = [caller.role, subject, `${route.method} ${route.path}`, key, content].join('\n')
    const keyDigest = digest([caller.role, subject, key].join('\n'))
    const earlier = digestsByKey.get(keyDigest)
    const current = digest(derivedFrom)
    if (earlier !== undefined && earlier !== current) return E.left(httpRequestFailure('KeyWasUsedForAnother'))
    digestsByKey.set(keyDigest, current)
    return E.right({ _tag: hasActedAt(request) ? 'Keyed' : 'KeyedToday', key: derivedFrom })
  }
}
