import type { Unavailable } from '../../domain/ports/keys'

/** The reason is one of a few fixed texts; it names no scope and no person. */
export const unavailable = (reason: string): Unavailable => ({ _tag: 'Unavailable', reason })
