import * as E from 'fp-ts/Either'
import type { LogName } from '../../../domain/event/stream'
import type { Position, StoreUnavailable } from '../../../domain/ports/event-store'
import type { TreesOfLogs } from '../../stores/eventstore/trees/open-tree-thread'
import type { PlaceInLog } from './log-verification'

/** The leaves of a log, computed from its events. */
export interface LeavesOfLog {
  /** The hashes, one after the other. */
  readonly hashes: Uint8Array
  readonly count: number
  /** The index of the first leaf in its log. */
  readonly firstIndex: number
  /** The place of the leaf at an index of `hashes`. */
  readonly placeAt: (index: number) => PlaceInLog
}

/** Where to begin: after a position ('' is the start of the log), at the leaf of an index. */
interface StartOfLeaves {
  readonly after: Position | ''
  readonly firstIndex: number
}

/**
 * Reads a log to its end on the thread of the trees: from its store, because what a process remembers of it may be gone
 * there. `report` gets the number of events of each page.
 */
export const readLeaves = async (
  trees: Pick<TreesOfLogs, 'leaves'>,
  log: LogName,
  { after, firstIndex }: StartOfLeaves,
  report: (read: number) => void,
): Promise<E.Either<StoreUnavailable, LeavesOfLog>> => {
  const hashes: Uint8Array[] = []
  const places: Array<Omit<PlaceInLog, 'index'>> = []
  let position = after
  for (;;) {
    const page = await trees.leaves({ log, after: position })()
    if (E.isLeft(page)) return page
    if (page.right.places.length === 0) break
    hashes.push(page.right.hashes)
    places.push(...page.right.places)
    position = page.right.position
    report(page.right.places.length)
  }
  return E.right({
    hashes: Buffer.concat(hashes),
    count: places.length,
    firstIndex,
    placeAt: (at) => ({ index: firstIndex + at, ...(places[at] as Omit<PlaceInLog, 'index'>) }),
  })
}
