import * as E from 'fp-ts/Either'
import { hashOfSubtree, splitOf } from './subtree-hash'
import type { ReadTile } from './tile'

/** The hashes of a proof, in the order of RFC 9162: from the leaf up. */
export type Proof = ReadonlyArray<Uint8Array>

/** There is no such proof: the leaf, or the smaller tree, is not within the tree. */
export interface OutsideTree {
  readonly _tag: 'OutsideTree'
}

const outsideTree: OutsideTree = { _tag: 'OutsideTree' }

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

const pathOfLeaf =
  (hashOf: (start: number, end: number) => Uint8Array) =>
  (index: number, start: number, end: number): Proof => {
    if (end - start === 1) return []
    const middle = start + splitOf(end - start)
    return index < middle
      ? [...pathOfLeaf(hashOf)(index, start, middle), hashOf(middle, end)]
      : [...pathOfLeaf(hashOf)(index, middle, end), hashOf(start, middle)]
  }

/** Proves that a leaf is in the tree of the first `size` leaves (RFC 9162, section 2.1.3.1). Leaves count from 0. */
export const proveInclusion =
  (readTile: ReadTile) =>
  (index: number, size: number): E.Either<OutsideTree, Proof> =>
    isCount(index) && isCount(size) && index < size
      ? E.right(pathOfLeaf(hashOfSubtree(readTile))(index, 0, size))
      : E.left(outsideTree)

/** `isWholeKnown`: the smaller tree begins with all leaves from `start` on, and whoever verifies has its root. */
const pathOfSmallerTree =
  (hashOf: (start: number, end: number) => Uint8Array) =>
  (size: number, start: number, end: number, isWholeKnown: boolean): Proof => {
    if (size === end) return isWholeKnown ? [] : [hashOf(start, end)]
    const middle = start + splitOf(end - start)
    return size <= middle
      ? [...pathOfSmallerTree(hashOf)(size, start, middle, isWholeKnown), hashOf(middle, end)]
      : [...pathOfSmallerTree(hashOf)(size, middle, end, false), hashOf(start, middle)]
  }

/**
 * Proves that the tree of the first `size` leaves begins with all that the tree of the first `smaller` leaves has (RFC 9162,
 * section 2.1.4.1). The proof from the empty tree is empty.
 */
export const proveConsistency =
  (readTile: ReadTile) =>
  (smaller: number, size: number): E.Either<OutsideTree, Proof> => {
    if (!isCount(smaller) || !isCount(size) || smaller > size) return E.left(outsideTree)
    return E.right(smaller === 0 ? [] : pathOfSmallerTree(hashOfSubtree(readTile))(smaller, 0, size, true))
  }
