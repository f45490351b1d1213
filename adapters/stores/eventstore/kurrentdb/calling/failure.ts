import { ErrorType, isCommandError, type CommandError } from '@eventstore/db-client'
import type { StoreUnavailable } from '../../../../../domain/ports/event-store'
import { isStoreError } from '../../../store-error'

export const unavailable = (reason: string): StoreUnavailable => ({ _tag: 'StoreUnavailable', reason })

/** The error is the client's own: told by its shape, since what came from gRPC has no type. */
export const commandError = (error: unknown): CommandError | undefined =>
  error instanceof Error && isCommandError(error) ? error : undefined

const words: Readonly<Partial<Record<ErrorType, string>>> = {
  [ErrorType.ACCESS_DENIED]: 'the server denies access',
  [ErrorType.CANCELLED]: 'the server broke off',
  [ErrorType.DEADLINE_EXCEEDED]: 'the server did not answer in time',
  [ErrorType.NOT_LEADER]: 'the node is not the leader',
  [ErrorType.STREAM_DELETED]: 'the stream was deleted',
  [ErrorType.TIMEOUT]: 'the server did not answer in time',
  [ErrorType.UNAVAILABLE]: 'the server cannot be reached, or not by the TLS that the connection string asks for',
}

/** What asking again cannot mend. */
const final: ReadonlySet<ErrorType> = new Set([
  ErrorType.ACCESS_DENIED,
  ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED,
  ErrorType.STREAM_DELETED,
])

/** Whether to ask again: the answer was lost, or may be another next time. */
export const isPassing = (error: unknown): boolean => {
  const type = commandError(error)?.type
  return !(error instanceof RangeError) && !isStoreError(error) && (type === undefined || !final.has(type))
}

/** What is said by a client that gets no answer from its server. */
const noAnswer: ReadonlySet<ErrorType> = new Set([
  ErrorType.CANCELLED,
  ErrorType.DEADLINE_EXCEEDED,
  ErrorType.NOT_LEADER,
  ErrorType.TIMEOUT,
  ErrorType.UNAVAILABLE,
])

/** Whether an error says that the server does not answer, or has no leader: nobody else would be answered now. */
export const saysAway = (error: unknown): error is Error => {
  const type = commandError(error)?.type
  return type !== undefined && noAnswer.has(type)
}

/** What went wrong, by the kind of the error alone: its message may quote an address or a name. */
export const storeUnavailable = (error: unknown): StoreUnavailable => {
  if (isStoreError(error)) return unavailable(error.reason)
  const type = commandError(error)?.type
  const kind = type ?? 'unknown'
  return unavailable(`${(type && words[type]) ?? 'the server does not answer as it should'} (${kind})`)
}
