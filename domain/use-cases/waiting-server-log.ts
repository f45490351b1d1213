import * as t from 'io-ts'
import { exactRecord } from '../event/exact-record'
import type { ListedShortTermEntry, ShortTermEntry, ShortTermKey, ShortTermKind } from '../ports/short-term-store'
import { PageVisits, ServerLogLine } from '../server-log/server-log-line'
import type { PageVisitCount, ServerLogBlock } from '../server-log/server-log-of-hour'
import { Day } from '../values/day'
import type { PageVisitCountId, ServerLogBlockId } from '../values/ids'
import { parseEntry } from './parse-entry'
import { piecesOfText, textsOfPieces } from './short-term-pieces'

export const serverLogBlockKind: ShortTermKind = 'hour of the server log'
export const pageVisitCountKind: ShortTermKind = 'visits of pages'

const BlockText = exactRecord('BlockText', { day: Day, hour: t.number, lines: t.readonlyArray(ServerLogLine) })
const CountText = exactRecord('CountText', { day: Day, pages: t.readonlyArray(PageVisits) })

/** What waits for the closing of its day, and the keys under which it waits. */
export interface Waiting<A> {
  readonly item: A
  readonly keys: ReadonlyArray<ShortTermKey>
}

export const entriesOfServerLogBlock = ({ block, ...rest }: ServerLogBlock): ReadonlyArray<ShortTermEntry> =>
  piecesOfText(serverLogBlockKind, block, JSON.stringify(rest))

export const entriesOfPageVisitCount = ({ count, ...rest }: PageVisitCount): ReadonlyArray<ShortTermEntry> =>
  piecesOfText(pageVisitCountKind, count, JSON.stringify(rest))

/** What waits among entries of one kind. Texts of another form are left out. */
const waitingOf =
  <A, B>(codec: t.Type<A>, toItem: (id: string, decoded: A) => B) =>
  (entries: ReadonlyArray<ListedShortTermEntry>): ReadonlyArray<Waiting<B>> =>
    textsOfPieces(entries).flatMap(({ id, text, keys }) => {
      const decoded = parseEntry(text)
      return codec.is(decoded) ? [{ item: toItem(id, decoded), keys }] : []
    })

export const waitingBlocksOf = waitingOf(BlockText, (id, text): ServerLogBlock => ({
  block: id as ServerLogBlockId,
  ...text,
}))

export const waitingCountsOf = waitingOf(CountText, (id, text): PageVisitCount => ({
  count: id as PageVisitCountId,
  ...text,
}))
