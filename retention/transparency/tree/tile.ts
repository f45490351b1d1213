import { hashLength, hashPairs } from './hashes'

/** A tile spans this many levels of a tree (C2SP tlog-tiles). */
export const tileHeight = 8

/** The most hashes of a tile. */
export const tileWidth = 256

/** The bytes of a full tile. */
export const tileLength = tileWidth * hashLength

/** The place of a tile: its level, 0 for the hashes of leaves, and its index within the level. */
export interface TilePlace {
  readonly level: number
  readonly index: number
}

/** A tile with all its hashes, which never changes again. */
export interface FullTile extends TilePlace {
  readonly hashes: Uint8Array
}

/** Reads the hashes of a tile, one after the other; all of them, or as many as the tree has. */
export type ReadTile = (level: number, index: number) => Uint8Array

/** How many hashes the tile at a place has in a tree of a size; 0 when it is not there. */
export const widthOfTile = (size: number, { level, index }: TilePlace): number =>
  Math.max(0, Math.min(tileWidth, Math.floor(size / tileWidth ** level) - index * tileWidth))

/** The hash of a full tile, which is one hash of the level above. */
export const hashOfFullTile = (hashes: Uint8Array): Uint8Array => {
  let row = hashes
  while (row.length > hashLength) row = hashPairs(row)
  return row
}
