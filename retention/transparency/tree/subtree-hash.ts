import { hashAt, hashChildren, rootOfEmptyTree } from './hashes'
import { tileHeight, tileWidth, type ReadTile } from './tile'

/** The hash of 2^`height` leaves that are all in the tree, from leaf `index` · 2^`height` on. */
const hashOfFullSubtree =
  (readTile: ReadTile) =>
  (height: number, index: number): Uint8Array => {
    if (height % tileHeight === 0) {
      const tile = readTile(height / tileHeight, Math.floor(index / tileWidth))
      return hashAt(tile, index % tileWidth)
    }
    const child = hashOfFullSubtree(readTile)
    return hashChildren(child(height - 1, 2 * index), child(height - 1, 2 * index + 1))
  }

/** The largest power of two that is smaller than a number of at least 2: where RFC 9162 splits a tree. */
export const splitOf = (leaves: number): number => {
  let split = 1
  while (split * 2 < leaves) split *= 2
  return split
}

export const isPowerOfTwo = (value: number): boolean => value === 1 || (value > 1 && splitOf(value) * 2 === value)

/** The hash of the leaves from `start` up to `end`, without `end`: a part into which RFC 9162 splits a tree. */
export const hashOfSubtree =
  (readTile: ReadTile) =>
  (start: number, end: number): Uint8Array => {
    const leaves = end - start
    if (isPowerOfTwo(leaves)) return hashOfFullSubtree(readTile)(Math.log2(leaves), start / leaves)
    const middle = start + splitOf(leaves)
    return hashChildren(hashOfSubtree(readTile)(start, middle), hashOfSubtree(readTile)(middle, end))
  }

/** The root of the tree of the first `size` leaves. The tiles may be those of a larger tree. */
export const rootOfTree =
  (readTile: ReadTile) =>
  (size: number): Uint8Array =>
    size === 0 ? rootOfEmptyTree : hashOfSubtree(readTile)(0, size)
