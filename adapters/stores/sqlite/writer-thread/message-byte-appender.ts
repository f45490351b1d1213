import type { ByteRange } from './writer-thread-messages'

/** Adds bytes to a message, and answers their range in it. The caller must not change them until it is sent. */
export type MessageByteAppender = (bytes: Uint8Array) => ByteRange

interface PlacedBytes {
  readonly place: MessageByteAppender
  /** Removes and answers all bytes placed so far, in one buffer of their own. */
  readonly take: () => Uint8Array<ArrayBuffer>
}

/**
 * Collects bytes for one message, in one buffer, which is transferred and not copied. A view of a part of a buffer would
 * be sent with the whole buffer.
 */
export const createByteCollector = (): PlacedBytes => {
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

/** Places bytes one after the other in memory that two threads share. It must be large enough. */
export const createCrossThreadByteAppender = (shared: SharedArrayBuffer): MessageByteAppender => {
  const target = new Uint8Array(shared)
  let length = 0
  return (bytes) => {
    target.set(bytes, length)
    length += bytes.length
    return [length - bytes.length, length]
  }
}
