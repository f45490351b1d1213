import { hashChildren } from './hashes'
import type { Proof } from './proofs'

/** What a leaf must be in: the head of a tree, by its size and its root. */
export interface TreeHead {
  readonly size: number
  readonly root: Uint8Array
}

export interface LeafOfTree {
  readonly index: number
  readonly hash: Uint8Array
}

export const half = (value: number): number => Math.floor(value / 2)

export const equalHashes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0

/** Verifies that a leaf is in a tree (RFC 9162, section 2.1.3.2). */
export const verifyInclusion =
  ({ size, root }: TreeHead) =>
  ({ index, hash }: LeafOfTree, proof: Proof): boolean => {
    if (index >= size) return false
    let node = index
    let last = size - 1
    let computed = hash
    for (const sibling of proof) {
      if (last === 0) return false
      if (node % 2 === 1 || node === last) {
        computed = hashChildren(sibling, computed)
        while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
      } else computed = hashChildren(computed, sibling)
      ;[node, last] = [half(node), half(last)]
    }
    return last === 0 && equalHashes(computed, root)
  }
