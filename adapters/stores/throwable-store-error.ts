import type { StoreUnavailable } from '../../domain/ports/event-store'

/** A StoreUnavailable that is also an Error, for calls of a port that return no Either (pages, heads, checkpoints). */
export const throwableStoreError = (unavailable: StoreUnavailable, cause?: unknown): Error & StoreUnavailable =>
  Object.assign(new Error(unavailable.reason, cause === undefined ? {} : { cause }), unavailable)

export const isStoreError = (error: unknown): error is Error & StoreUnavailable =>
  error instanceof Error && '_tag' in error && error._tag === 'StoreUnavailable'
