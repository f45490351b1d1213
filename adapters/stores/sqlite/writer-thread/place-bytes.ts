import type { Span } from './messages'

/** Gives bytes a place among those that travel with a message. The caller leaves them as they are until it is sent. */
export type PlaceBytes = (bytes: Uint8Array) => Span

export interface PlacedBytes {
  readonly place: PlaceBytes
  /** All bytes placed so far, in one buffer of their own; begins anew. */
  readonly take: () => Uint8Array<ArrayBuffer>
}

/**
 * Collects bytes for one message. One buffer is handed over and not copied; a view of a part of a buffer would be sent
 * with the whole of it.
 */
export const placedBytes = (): PlacedBytes => {
  let parts: Uint8Array[] = []
  let length = 0
  return {
    place: (bytes) => {
      parts.push(bytes)
      length += bytes.length
      return [length - bytes.length, length]
    },
    take: () => {
      const all = new Uint8Array(length)
      let at = 0
      for (const part of parts) {
        all.set(part, at)
        at += part.length
      }
      parts = []
      length = 0
      return all
    },
  }
}
