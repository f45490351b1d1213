import type { Unavailable } from '../../domain/ports/scope-keys'

/** The error of a key that cannot be used. The reason is a fixed text that names no scope and no person. */
export const keysUnavailable = (reason: string): Unavailable => ({ _tag: 'Unavailable', reason })
