import type { ScopeId } from '../../domain/values/ids'
import type { PartScope, SealContext } from '../../domain/ports/scope-keys'

/** A part with its plain value. */
export type PlainPart = PartScope & { readonly value: unknown }

/**
 * The plaintext of events that this process sealed recently, so that its projectors and reactors need not decrypt them.
 * It returns a plaintext only for exactly these bytes in exactly this event. The caller must have the part's key.
 */
export interface PlaintextCache {
  readonly put: (context: SealContext, sealed: Uint8Array, parts: ReadonlyArray<PlainPart>) => void
  /** The parts of exactly these bytes in exactly this event; undefined when they are not cached. */
  readonly get: (context: SealContext, sealed: Uint8Array) => ReadonlyArray<PlainPart> | undefined
  /** How many cached events hold a part of one of the scopes. */
  readonly count: (scopes: ReadonlySet<ScopeId>) => number
  /** Removes everything: after an erasure, and regularly, so that no plaintext stays long. */
  readonly clear: () => void
}

/** The most cached events: projectors and reactors are seldom further behind. */
const capacity = 1024

interface CachedEvent {
  readonly context: SealContext
  readonly sealed: Uint8Array
  readonly parts: ReadonlyArray<PlainPart>
}

const comparedMembers = ['log', 'stream', 'revision', 'type', 'version', 'open'] as const

const isSameEvent = (context: SealContext, sealed: Uint8Array, other: CachedEvent): boolean =>
  comparedMembers.every((member) => context[member] === other.context[member]) &&
  Buffer.compare(sealed, other.sealed) === 0

export const makePlaintextCache = (): PlaintextCache => {
  // A map keeps the order of insertion: the first is the oldest.
  const events = new Map<string, CachedEvent>()
  return {
    put: (context, sealed, parts) => {
      const [oldest] = events.size < capacity ? [] : events.keys()
      if (oldest !== undefined) events.delete(oldest)
      events.set(context.id, { context, sealed, parts })
    },
    get: (context, sealed) => {
      const cached = events.get(context.id)
      return cached !== undefined && isSameEvent(context, sealed, cached) ? cached.parts : undefined
    },
    count: (scopes) => [...events.values()].filter(({ parts }) => parts.some(({ scope }) => scopes.has(scope))).length,
    clear: () => events.clear(),
  }
}
