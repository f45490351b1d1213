import { createHash } from 'node:crypto'

/** The bytes of a hash: SHA-256. */
export const hashLength = 32

const sha256 = (...parts: ReadonlyArray<Uint8Array>): Buffer =>
  parts.reduce((digest, part) => digest.update(part), createHash('sha256')).digest()

/** The hash of a leaf (RFC 9162, section 2.1.1). */
export const hashLeaf = (record: string): Buffer => sha256(Buffer.of(0), Buffer.from(record, 'utf8'))

/** The hash of two subtrees beside each other (RFC 9162, section 2.1.1). */
const hashChildren = (left: Uint8Array, right: Uint8Array): Buffer => sha256(Buffer.of(1), left, right)

/** Hashes that stand one after the other. */
export const countHashes = (hashes: Uint8Array): number => Math.floor(hashes.length / hashLength)
export const hashAt = (hashes: Uint8Array, index: number): Buffer =>
  Buffer.from(hashes.subarray(index * hashLength, (index + 1) * hashLength))

/** A list of hashes that grows; it is read when all are there. */
export const createHashList = () => {
  let [hashes, count] = [Buffer.alloc(1024 * hashLength), 0]
  return {
    add: (hash: Uint8Array): void => {
      if (count * hashLength === hashes.length) hashes = Buffer.concat([hashes, Buffer.alloc(hashes.length)])
      hashes.set(hash, count * hashLength)
      count += 1
    },
    all: (): Buffer => hashes.subarray(0, count * hashLength),
  }
}

/** A subtree with 2^n leaves. */
interface FullSubtree {
  readonly leaves: number
  readonly hash: Buffer
}

/** Adds a leaf to the full subtrees that a tree consists of, largest first: two of one size become one. */
const addLeaf = (subtrees: FullSubtree[], leaf: Buffer): void => {
  let added: FullSubtree = { leaves: 1, hash: leaf }
  for (;;) {
    const last = subtrees.at(-1)
    if (last?.leaves !== added.leaves) break
    subtrees.pop()
    added = { leaves: 2 * added.leaves, hash: hashChildren(last.hash, added.hash) }
  }
  subtrees.push(added)
}

/** The root of the tree that consists of these subtrees. */
const rootOf = (subtrees: ReadonlyArray<FullSubtree>): Buffer =>
  subtrees.map(({ hash }) => hash).reduceRight((right, left) => hashChildren(left, right))

/** The roots of the trees of the first leaves, by their sizes, which are at least 1. A size without enough leaves has none. */
export const rootsOfLeaves = (leaves: Uint8Array, sizes: Iterable<number>): ReadonlyMap<number, Buffer> => {
  const wanted = new Set(sizes)
  const roots = new Map<number, Buffer>()
  const subtrees: FullSubtree[] = []
  for (let index = 0; index < countHashes(leaves); index++) {
    addLeaf(subtrees, hashAt(leaves, index))
    if (wanted.has(index + 1)) roots.set(index + 1, rootOf(subtrees))
  }
  return roots
}
