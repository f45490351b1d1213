import { ErrorType, isCommandError, type CommandError } from '@eventstore/db-client'
import type { StoreUnavailable } from '../../../../../domain/ports/event-store'
import { isStoreError } from '../../../throwable-store-error'

export const storeUnavailable = (reason: string): StoreUnavailable => ({ _tag: 'StoreUnavailable', reason })

/** The error as one of the client's; recognised by its shape, because errors of gRPC have no type. */
export const asKurrentClientError = (error: unknown): CommandError | undefined =>
  error instanceof Error && isCommandError(error) ? error : undefined

const reasons: Readonly<Partial<Record<ErrorType, string>>> = {
  [ErrorType.ACCESS_DENIED]: 'the server denies access',
  [ErrorType.CANCELLED]: 'the server cancelled the call',
  [ErrorType.DEADLINE_EXCEEDED]: 'the server did not answer in time',
  [ErrorType.NOT_LEADER]: 'the node is not the leader',
  [ErrorType.STREAM_DELETED]: 'the stream was deleted',
  [ErrorType.TIMEOUT]: 'the server did not answer in time',
  [ErrorType.UNAVAILABLE]: 'the server cannot be reached, or not with the TLS settings of the connection string',
}

/** Errors that a retry cannot resolve. */
const permanentErrors: ReadonlySet<ErrorType> = new Set([
  ErrorType.ACCESS_DENIED,
  ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED,
  ErrorType.STREAM_DELETED,
])

/** Whether a retry may succeed: the answer was lost, or the server may answer differently. */
export const isTransientKurrentError = (error: unknown): boolean => {
  const type = asKurrentClientError(error)?.type
  return !(error instanceof RangeError) && !isStoreError(error) && (type === undefined || !permanentErrors.has(type))
}

/** The errors of a client whose server does not answer, or has no leader. */
const unreachableErrors: ReadonlySet<ErrorType> = new Set([
  ErrorType.CANCELLED,
  ErrorType.DEADLINE_EXCEEDED,
  ErrorType.NOT_LEADER,
  ErrorType.TIMEOUT,
  ErrorType.UNAVAILABLE,
])

/** Whether an error means that the server does not answer, or has no leader: other calls would fail as well. */
export const isKurrentServerUnreachable = (error: unknown): error is Error => {
  const type = asKurrentClientError(error)?.type
  return type !== undefined && unreachableErrors.has(type)
}

/** The reason comes from the kind of the error only: its message may quote an address or a name. */
export const kurrentUnavailable = (error: unknown): StoreUnavailable => {
  if (isStoreError(error)) return storeUnavailable(error.reason)
  const type = asKurrentClientError(error)?.type
  const kind = type ?? 'unknown'
  return storeUnavailable(`${(type && reasons[type]) ?? 'the server does not answer as expected'} (${kind})`)
}
