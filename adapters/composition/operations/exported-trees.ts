import * as E from 'fp-ts/Either'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { encodeNoteKey } from '../../../retention/transparency/formats/note-key'
import { toBase64 } from '../../../retention/transparency/formats/strict-texts'
import { hashAt, hashLength } from '../../../retention/transparency/tree/hashes'
import { tileWidth, widthOfTile } from '../../../retention/transparency/tree/tile'
import type { TransparencyOperations } from '../../processes/running-library/transparency-operations'

type Transparency = Pick<
  TransparencyOperations,
  'signHeadsOfClosings' | 'signHeadOfCirculation' | 'sizesOfHeads' | 'headText' | 'keys' | 'tile'
>

/** The signed heads of a log as an export has them, smallest first, and the keys that signed them. */
export interface ExportedHeads {
  readonly heads: ReadonlyArray<{ readonly size: number; readonly text: string }>
  /** One a line: name, key id and key, with a plus between them. */
  readonly keys: ReadonlyArray<string>
}

const headsOfLog = async (
  transparency: Transparency,
  log: LogName,
): Promise<E.Either<StoreUnavailable, ExportedHeads>> => {
  const keys = await transparency.keys(log)()
  if (E.isLeft(keys)) return keys
  const sizes = await transparency.sizesOfHeads(log)()
  if (E.isLeft(sizes)) return sizes
  const heads: Array<ExportedHeads['heads'][number]> = []
  for (const size of sizes.right) {
    const text = await transparency.headText(log, size)()
    if (E.isLeft(text)) return text
    if (text.right !== undefined) heads.push({ size, text: text.right })
  }
  return E.right({ heads, keys: keys.right.map(encodeNoteKey) })
}

/**
 * Signs the heads that are due and the head of all events of *circulation*, and reads all heads. In *persons* heads are made
 * of closed months alone. A log that contradicts its heads gets no new one: then the older heads show what was altered.
 * Read this before the events, which then are at least as many as any head has signed.
 */
export const signAndReadHeads = async (
  transparency: Transparency | undefined,
): Promise<E.Either<StoreUnavailable, ReadonlyMap<LogName, ExportedHeads>>> => {
  const heads = new Map<LogName, ExportedHeads>()
  if (transparency === undefined) return E.right(heads)
  await transparency.signHeadsOfClosings()
  await transparency.signHeadOfCirculation()
  for (const log of logNames) {
    const ofLog = await headsOfLog(transparency, log)
    if (E.isLeft(ofLog)) return ofLog
    heads.set(log, ofLog.right)
  }
  return E.right(heads)
}

/**
 * The stored hashes of the leaves that the newest head has signed, as lines in base64, a tile at a time. They end where none
 * can be read any more, also because the newest head is damaged: the export is needed most then, and whoever verifies it can
 * still say between which heads something differs.
 */
export const leafLines = async function* (
  transparency: Pick<Transparency, 'tile'> | undefined,
  log: LogName,
  size: number,
): AsyncGenerator<string> {
  if (transparency === undefined) return
  for (let index = 0; index * tileWidth < size; index++) {
    const width = widthOfTile(size, { level: 0, index })
    const tile = await transparency.tile(log, { level: 0, index, width })()
    if (E.isLeft(tile) || tile.right === undefined) return
    const hashes = tile.right
    const lines = Array.from({ length: hashes.length / hashLength }, (_, at) => toBase64(hashAt(hashes, at)))
    yield `${lines.join('\n')}\n`
  }
}
