import type { InvalidAppend } from '../../../domain/ports/event-store'

/** An append that no log takes; the reason repeats nothing of an event. */
export const invalid = (reason: string): InvalidAppend => ({ _tag: 'InvalidAppend', reason })
