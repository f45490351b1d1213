/** Bytes. The allocator keeps freed pieces by their size: a piece of a key is given out again for one of its own size. */
const pieceLengths = [32, 48, 64, 96]
const pieces = 10_000

/**
 * Overwrites what this thread has freed, with zeros: asks the allocator for many small buffers, which it takes from freed
 * memory first. For a thread that held keys and ends. It takes some ms, and cannot reach everything.
 */
export const overwriteFreedMemory = (): void => {
  const held: Buffer[] = []
  for (const length of pieceLengths) for (let made = 0; made < pieces; made += 1) held.push(Buffer.alloc(length))
}
