/** The largest content of a recording, in bytes: 16 GB, which is a day of a camera at 1.5 Mbit/s. */
const largestFootage = 16 * 1024 * 1024 * 1024

/** Why a content is not taken. */
export interface ContentIsRefused {
  readonly _tag: 'ContentIsEmpty' | 'ContentIsTooLarge'
}

/** The bytes, which end with an error when there are too many of them, or none. */
export async function* withinContentLimits<E>(
  bytes: AsyncIterable<E | Uint8Array>,
  largest: number = largestFootage,
): AsyncGenerator<E | ContentIsRefused | Uint8Array> {
  let size = 0
  for await (const piece of bytes) {
    if (piece instanceof Uint8Array) size += piece.length
    if (size > largest) {
      yield { _tag: 'ContentIsTooLarge' }
      return
    }
    yield piece
  }
  if (size === 0) yield { _tag: 'ContentIsEmpty' }
}
