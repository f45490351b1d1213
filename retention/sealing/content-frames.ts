/** The longest plaintext of a frame: a content is cut into frames of this length, and the last one may be shorter. */
export const frameLength = 64 * 1024

interface Frame {
  readonly bytes: Buffer
  readonly isLast: boolean
}

/**
 * Cuts bytes that come in pieces of any size into frames: the first one of its own length, the others of another. An error
 * among the pieces is passed on, and ends them.
 */
export async function* cutIntoFrames<E>(
  pieces: AsyncIterable<E | Uint8Array>,
  firstLength: number,
  length: number,
): AsyncGenerator<E | Frame> {
  let held: Buffer = Buffer.alloc(0)
  let next = firstLength
  for await (const piece of pieces) {
    if (!(piece instanceof Uint8Array)) {
      yield piece
      return
    }
    held = held.length === 0 ? Buffer.from(piece.buffer, piece.byteOffset, piece.length) : Buffer.concat([held, piece])
    for (; held.length > next; next = length) {
      yield { bytes: held.subarray(0, next), isLast: false }
      held = held.subarray(next)
    }
  }
  yield { bytes: held, isLast: true }
}

/** Whether a piece is a frame, and no error. */
export const isFrame = <E>(piece: E | Frame): piece is Frame =>
  typeof piece === 'object' && piece !== null && 'isLast' in piece
