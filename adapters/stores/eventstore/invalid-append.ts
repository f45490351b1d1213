import type { InvalidAppend } from '../../../domain/ports/event-store'

/** The reason quotes nothing of an event. */
export const invalidAppend = (reason: string): InvalidAppend => ({ _tag: 'InvalidAppend', reason })
