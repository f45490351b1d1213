import type { LogName } from '../../../../domain/event/stream'
import type { Position } from '../../../../domain/ports/event-store'
import { encodeEntryBundle } from '../../../../retention/transparency/formats/entry-bundle'
import { leafRecordOf } from '../../../../retention/transparency/leaf-record'
import { tileWidth } from '../../../../retention/transparency/tree/tile'
import type { LogReader } from './log-reader'
import type { TreeStore } from './tree-store'

/** What bundles of entries are read from: the log, and where each bundle begins in it. */
interface BundleSource {
  readonly log: LogName
  readonly reader: LogReader
  readonly store: Pick<TreeStore, 'bundle' | 'bundleBefore'>
}

/** The first entries of a bundle, made again from the log; undefined when the log has fewer events. */
export const readBundle =
  ({ log, reader, store }: BundleSource) =>
  async (index: number, width: number): Promise<Uint8Array | undefined> => {
    const start = store.bundle(log, index)
    if (start === undefined) return undefined
    const events = await reader.page(start.after, width)
    return events.length < width ? undefined : encodeEntryBundle(events.map(leafRecordOf(log)))
  }

/** The position of the event of the leaf at an index; undefined when the log has none. */
export const positionOfIndex =
  ({ log, reader, store }: BundleSource) =>
  async (index: number): Promise<Position | undefined> => {
    const start = store.bundle(log, Math.floor(index / tileWidth))
    if (start === undefined) return undefined
    return (await reader.page(start.after, (index % tileWidth) + 1))[index % tileWidth]?.position
  }

/** The index of the leaf of the event at a position; undefined when the log has none there. */
export const indexOfPosition =
  ({ log, reader, store }: BundleSource) =>
  async (position: Position): Promise<number | undefined> => {
    const start = store.bundleBefore(log, position)
    if (start === undefined) return undefined
    const events = await reader.page(start.after, tileWidth)
    const at = events.findIndex((event) => event.position === position)
    return at === -1 ? undefined : start.index * tileWidth + at
  }
