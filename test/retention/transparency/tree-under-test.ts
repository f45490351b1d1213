import { createHash } from 'node:crypto'
import { appendLeaves, edgeOfEmptyTree, type TreeEdge } from '../../../retention/transparency/tree/append-leaves'
import { hashLeaf } from '../../../retention/transparency/tree/hashes'
import type { ReadTile } from '../../../retention/transparency/tree/tile'

export interface TreeUnderTest {
  readonly edge: TreeEdge
  readonly readTile: ReadTile
}

export const leafRecords = (count: number): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, at) => `leaf ${String(at)}`)

/** A tree that got its leaves in batches of these sizes, over and over, with its tiles in memory. */
export const treeOf = (records: ReadonlyArray<string>, batchSizes: ReadonlyArray<number> = [1000]): TreeUnderTest => {
  const tiles = new Map<string, Uint8Array>()
  let edge = edgeOfEmptyTree
  for (let batch = 0; edge.size < records.length; batch++) {
    const size = batchSizes[batch % batchSizes.length] as number
    const grown = appendLeaves(edge)(Buffer.concat(records.slice(edge.size, edge.size + size).map(hashLeaf)))
    for (const { level, index, hashes } of grown.fullTiles) tiles.set(`${String(level)}/${String(index)}`, hashes)
    edge = grown.edge
  }
  const partial = (level: number) => edge.partialTiles[level] ?? Buffer.alloc(0)
  return { edge, readTile: (level, index) => tiles.get(`${String(level)}/${String(index)}`) ?? partial(level) }
}

const sha256 = (...parts: ReadonlyArray<string | Uint8Array>): Buffer => {
  const digest = createHash('sha256')
  for (const part of parts) digest.update(part)
  return digest.digest()
}

/** The root as RFC 9162, section 2.1.1 defines it, computed from all leaves at once. */
export const rootByDefinition = (records: ReadonlyArray<string>): Buffer => {
  if (records.length === 0) return sha256()
  if (records.length === 1) return sha256(Buffer.of(0), records[0] as string)
  const split = 2 ** (32 - Math.clz32(records.length - 1) - 1)
  return sha256(Buffer.of(1), rootByDefinition(records.slice(0, split)), rootByDefinition(records.slice(split)))
}
