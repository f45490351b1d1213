import * as E from 'fp-ts/Either'
import { tileWidth } from '../tree/tile'
import { malformed, type Malformed } from './malformed'
import { wholeNumberOf } from './strict-texts'

/** What a path of a tiled log names: hashes of a level, or a bundle of entries; whole, or its first ones. */
export interface TileAddress {
  readonly level: number | 'entries'
  readonly index: number
  /** How many hashes or entries, from 1 to 256. */
  readonly width: number
}

const highestLevel = 63

/** 1234067 is `x001/x234/067`. */
const encodeIndex = (index: number): string => {
  const digits = String(index)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g) ?? []
  return groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join('/')
}

/** The path of a tile below the address of its log (C2SP tlog-tiles): `tile/0/x001/x234/067.p/8`. */
export const encodeTilePath = ({ level, index, width }: TileAddress): string =>
  `tile/${String(level)}/${encodeIndex(index)}${width === tileWidth ? '' : `.p/${String(width)}`}`

const levelOf = (text: string): TileAddress['level'] | undefined => {
  if (text === 'entries') return text
  const level = wholeNumberOf(text)
  return level === undefined || level > highestLevel ? undefined : level
}

/** Decodes what `encodeTilePath` writes. */
export const decodeTilePath = (path: string): E.Either<Malformed, TileAddress> => {
  const [levelText = '', indexText = '', widthText] =
    /^tile\/([^/]+)\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/.exec(path)?.slice(1) ?? []
  const level = levelOf(levelText)
  const index = Number(indexText.replaceAll(/[x/]/g, ''))
  const width = widthText === undefined ? tileWidth : wholeNumberOf(widthText)
  const address = level === undefined || width === undefined || width < 1 ? undefined : { level, index, width }
  return address !== undefined && encodeTilePath(address) === path ? E.right(address) : malformed('path of no tile')
}
