import type { ListedShortTermEntry, ShortTermEntry, ShortTermKey, ShortTermKind } from '../ports/short-term-store'
import { openingLastsMs } from './opening-entry'

/** How many characters of ASCII one entry holds: with every character escaped it is still short enough. */
const pieceLength = 600

/** A text that is longer than an entry, and the keys of the entries that hold it. */
interface JoinedText {
  readonly id: string
  readonly text: string
  readonly keys: ReadonlyArray<ShortTermKey>
}

/** The entries of a long text. They wait as long as an opening of a record. `id`: random, without a space. */
export const piecesOfText = (kind: ShortTermKind, id: string, text: string): ReadonlyArray<ShortTermEntry> => {
  const count = Math.max(1, Math.ceil(text.length / pieceLength))
  return Array.from({ length: count }, (_, index) => ({
    ...{ kind, id: `${id} ${String(index)} ${String(count)}`, subject: null, lastsMs: openingLastsMs },
    value: text.slice(index * pieceLength, (index + 1) * pieceLength),
  }))
}

/** The texts of which every entry is there. Another process may be writing the rest: those wait for a later closing. */
export const textsOfPieces = (entries: ReadonlyArray<ListedShortTermEntry>): ReadonlyArray<JoinedText> => {
  const piecesById = new Map<string, ListedShortTermEntry[]>()
  for (const entry of entries) {
    const [id = ''] = entry.key.id.split(' ')
    piecesById.set(id, [...(piecesById.get(id) ?? []), entry])
  }
  const indexOf = ({ key }: ListedShortTermEntry): number => Number(key.id.split(' ')[1])
  return [...piecesById].flatMap(([id, pieces]) => {
    const isWhole = pieces.every(({ key }) => Number(key.id.split(' ')[2]) === pieces.length)
    const inOrder = pieces.toSorted((one, other) => indexOf(one) - indexOf(other))
    return isWhole ? [{ id, text: inOrder.map(({ value }) => value).join(''), keys: pieces.map(({ key }) => key) }] : []
  })
}
