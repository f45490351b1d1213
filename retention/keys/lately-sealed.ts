import type { Part, Place } from '../../domain/ports/keys'

/** A part with its plain value. */
export type PlainPart = Part & { readonly value: unknown }

/**
 * What was sealed in this process a moment ago, plain, for those who follow the log here and would decipher it at
 * once. It answers for the very bytes at the very place alone, and whether a part may be read is asked of its key.
 */
export interface LatelySealed {
  readonly put: (place: Place, sealed: Uint8Array, parts: ReadonlyArray<PlainPart>) => void
  /** The parts of exactly these bytes at exactly this place; undefined when they are not at hand. */
  readonly at: (place: Place, sealed: Uint8Array) => ReadonlyArray<PlainPart> | undefined
  /** Drops everything: after an erasure, and when nothing has been sealed for a while. */
  readonly clear: () => void
}

/** How many events are at hand: followers are seldom further behind than this. */
const bound = 1024

interface Sealed {
  readonly place: Place
  readonly sealed: Uint8Array
  readonly parts: ReadonlyArray<PlainPart>
}

const members = ['log', 'stream', 'revision', 'type', 'version', 'open'] as const

const isAt = (place: Place, sealed: Uint8Array, other: Sealed): boolean =>
  members.every((member) => place[member] === other.place[member]) && Buffer.compare(sealed, other.sealed) === 0

export const makeLatelySealed = (): LatelySealed => {
  // A map keeps the order of insertion: the first is the oldest.
  const events = new Map<string, Sealed>()
  return {
    put: (place, sealed, parts) => {
      const [oldest] = events.size < bound ? [] : events.keys()
      if (oldest !== undefined) events.delete(oldest)
      events.set(place.id, { place, sealed, parts })
    },
    at: (place, sealed) => {
      const known = events.get(place.id)
      return known !== undefined && isAt(place, sealed, known) ? known.parts : undefined
    },
    clear: () => events.clear(),
  }
}
