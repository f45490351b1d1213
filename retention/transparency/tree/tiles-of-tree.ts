import { tileWidth, widthOfTile, type TilePlace } from './tile'

/** A tile, and how many hashes it has. */
export interface TileOfTree extends TilePlace {
  readonly width: number
}

/** The tiles of a tree of a size, whole and partial ones, level by level (C2SP tlog-tiles). */
export function* tilesOfTree(size: number): Generator<TileOfTree> {
  for (let level = 0; Math.floor(size / tileWidth ** level) > 0; level++)
    for (let index = 0; ; index++) {
      const width = widthOfTile(size, { level, index })
      if (width === 0) break
      yield { level, index, width }
    }
}
