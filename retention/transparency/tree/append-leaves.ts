import { hashLength } from './hashes'
import { hashOfFullTile, tileLength, tileWidth, type FullTile } from './tile'

/** The right edge of a tree: all that is needed to add leaves to it. */
export interface TreeEdge {
  /** The number of leaves of the tree. */
  readonly size: number
  /** The hashes of the partial tile of each level, from the leaves up; empty where the last tile is full. */
  readonly partialTiles: ReadonlyArray<Uint8Array>
}

export const edgeOfEmptyTree: TreeEdge = { size: 0, partialTiles: [] }

/** A tree after leaves were added, and the tiles that they filled, lowest level first. */
export interface GrownTree {
  readonly edge: TreeEdge
  readonly fullTiles: ReadonlyArray<FullTile>
}

interface GrownLevel {
  readonly partialTiles: ReadonlyArray<Uint8Array>
  readonly fullTiles: ReadonlyArray<FullTile>
}

const growLevel = ({ size, partialTiles }: TreeEdge, level: number, added: Uint8Array): GrownLevel => {
  if (added.length === 0) return { partialTiles: partialTiles.slice(level), fullTiles: [] }
  const hashes = Buffer.concat([partialTiles[level] ?? Buffer.alloc(0), added])
  const firstIndex = Math.floor(size / tileWidth ** (level + 1))
  const fullTiles = Array.from({ length: Math.floor(hashes.length / tileLength) }, (_, at) => ({
    level,
    index: firstIndex + at,
    hashes: hashes.subarray(at * tileLength, (at + 1) * tileLength),
  }))
  const above = growLevel(
    { size, partialTiles },
    level + 1,
    Buffer.concat(fullTiles.map((tile) => hashOfFullTile(tile.hashes))),
  )
  return {
    partialTiles: [hashes.subarray(fullTiles.length * tileLength), ...above.partialTiles],
    fullTiles: [...fullTiles, ...above.fullTiles],
  }
}

/** Adds the hashes of leaves, which stand one after the other, to a tree. */
export const appendLeaves =
  (edge: TreeEdge) =>
  (leafHashes: Uint8Array): GrownTree => {
    const { partialTiles, fullTiles } = growLevel(edge, 0, leafHashes)
    return { edge: { size: edge.size + leafHashes.length / hashLength, partialTiles }, fullTiles }
  }
