import { hashChildren, rootOfEmptyTree } from './hashes'
import type { Proof } from './proofs'
import { isPowerOfTwo } from './subtree-hash'
import { equalHashes, half, type TreeHead } from './verify-inclusion'

const verifyPath = (smaller: TreeHead, larger: TreeHead, first: Uint8Array, rest: Proof): boolean => {
  let node = smaller.size - 1
  let last = larger.size - 1
  while (node % 2 === 1) [node, last] = [half(node), half(last)]
  let [computedSmaller, computedLarger] = [first, first]
  for (const sibling of rest) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      computedSmaller = hashChildren(sibling, computedSmaller)
      computedLarger = hashChildren(sibling, computedLarger)
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else computedLarger = hashChildren(computedLarger, sibling)
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && equalHashes(computedSmaller, smaller.root) && equalHashes(computedLarger, larger.root)
}

/**
 * Verifies that a larger tree begins with all leaves of a smaller one, in their order (RFC 9162, section 2.1.4.2). Every
 * tree begins with the empty one, which needs no proof.
 */
export const verifyConsistency =
  (smaller: TreeHead, larger: TreeHead) =>
  (proof: Proof): boolean => {
    if (smaller.size > larger.size) return false
    if (smaller.size === larger.size) return proof.length === 0 && equalHashes(smaller.root, larger.root)
    if (smaller.size === 0) return proof.length === 0 && equalHashes(smaller.root, rootOfEmptyTree)
    const [first, ...rest] = isPowerOfTwo(smaller.size) ? [smaller.root, ...proof] : proof
    return proof.length > 0 && first !== undefined && verifyPath(smaller, larger, first, rest)
  }
