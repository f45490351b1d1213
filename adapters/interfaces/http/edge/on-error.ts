import type { ErrorRequestHandler } from 'express'
import { isStoreError } from '../../../stores/store-error'
import { safeError } from '../../../system/telemetry/safe-error'
import { edge } from '../problems/edge-failure'
import type { Failure } from '../problems/failure'
import { sendProblem } from './send-problem'
import type { HttpSettings } from './settings'

type Known = Readonly<Record<string, Failure>>

/** What express and its reader of bodies call their errors. */
const byType: Known = {
  'entity.parse.failed': edge('JsonIsMalformed'),
  'entity.too.large': edge('BodyIsTooLarge'),
  'encoding.unsupported': edge('BodyIsNotJson'),
  'charset.unsupported': edge('BodyIsNotJson'),
  'request.aborted': edge('JsonIsMalformed'),
  'request.size.invalid': edge('JsonIsMalformed'),
}

const isBadAddress = (error: unknown): boolean => error instanceof URIError

const statusOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined

const known = (error: unknown): Failure | undefined => {
  if (isBadAddress(error)) return edge('AddressIsMalformed')
  if (isStoreError(error)) return { _tag: 'StoreUnavailable', reason: error.reason }
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined
  const failure = typeof type === 'string' ? byType[type] : undefined
  return failure ?? (statusOf(error) === 400 ? edge('JsonIsMalformed') : undefined)
}

/** The last resort: what was sent wrong is told by name; anything else is ours, and goes to the log without its words. */
export const onError =
  ({ log }: HttpSettings): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    const failure = known(error)
    if (failure === undefined) log.error({ error: safeError(error) }, 'a request failed')
    if (response.headersSent) next(error)
    else sendProblem(request, response)(failure ?? edge('Unexpected'))
  }
