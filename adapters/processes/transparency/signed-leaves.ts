import * as E from 'fp-ts/Either'
import type { LogName } from '../../../domain/event/stream'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { hashLength } from '../../../retention/transparency/tree/hashes'
import { tileWidth, widthOfTile } from '../../../retention/transparency/tree/tile'
import { equalHashes } from '../../../retention/transparency/tree/verify-inclusion'
import { appendLeaves, edgeOfEmptyTree } from '../../../retention/transparency/tree/append-leaves'
import { rootOfTree } from '../../../retention/transparency/tree/subtree-hash'
import type { TreesOfLogs } from '../../stores/eventstore/trees/open-tree-thread'
import type { SignedHead } from '../../stores/heads/head-store'

type Trees = Pick<TreesOfLogs, 'tile'>

/** The roots of the trees of the first leaves, at these sizes, smallest first; none for a size that is not reached. */
export const rootsOfLeaves = (hashes: Uint8Array, sizes: ReadonlyArray<number>): ReadonlyArray<Uint8Array> => {
  const tiles = new Map<string, Uint8Array>()
  const roots: Uint8Array[] = []
  let edge = edgeOfEmptyTree
  for (const size of sizes) {
    if (size * hashLength > hashes.length) break
    const grown = appendLeaves(edge)(hashes.subarray(edge.size * hashLength, size * hashLength))
    for (const tile of grown.fullTiles) tiles.set(`${String(tile.level)}/${String(tile.index)}`, tile.hashes)
    const { partialTiles } = grown.edge
    const partial = (level: number): Uint8Array => partialTiles[level] ?? new Uint8Array(0)
    roots.push(rootOfTree((level, index) => tiles.get(`${String(level)}/${String(index)}`) ?? partial(level))(size))
    edge = grown.edge
  }
  return roots
}

/**
 * The hashes of all leaves that a head has signed, from the stored tiles; undefined when these are not what it has signed.
 * Nothing stored is believed but the head: the root is computed anew.
 */
export const signedLeaves =
  (trees: Trees) =>
  async (log: LogName, { size, root }: SignedHead): Promise<E.Either<StoreUnavailable, Uint8Array | undefined>> => {
    const hashes: Uint8Array[] = []
    for (let index = 0; index * tileWidth < size; index++) {
      const tile = await trees.tile({ log, level: 0, index, width: widthOfTile(size, { level: 0, index }) })()
      if (E.isLeft(tile)) return tile
      if (tile.right === undefined) return E.right(undefined)
      hashes.push(tile.right)
    }
    const all = Buffer.concat(hashes)
    const [computed] = rootsOfLeaves(all, [size])
    return E.right(computed !== undefined && equalHashes(computed, root) ? all : undefined)
  }
