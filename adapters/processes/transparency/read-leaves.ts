import * as E from 'fp-ts/Either'
import type { LogName } from '../../../domain/event/stream'
import type { Position, StoreUnavailable } from '../../../domain/ports/event-store'
import { hashLength } from '../../../retention/transparency/tree/hashes'
import type { LeavesOfPage } from '../../stores/eventstore/trees/tree-thread-protocol'
import type { TreesOfLogs } from '../../stores/eventstore/trees/open-tree-thread'

type Trees = Pick<TreesOfLogs, 'leaves'>

/** A page of the leaves that were read: the index of its first leaf, and the position after which it begins. */
export interface PageOfLeaves {
  readonly first: number
  readonly after: Position | ''
}

/** The leaves of a log, computed from its events. */
export interface LeavesOfLog {
  /** The hashes, one after the other. */
  readonly hashes: Uint8Array
  /** The index of the first leaf in its log. */
  readonly firstIndex: number
  /** Where to read again what the events are: only few of them are ever named. */
  readonly pages: ReadonlyArray<PageOfLeaves>
}

export const countLeaves = ({ hashes }: Pick<LeavesOfLog, 'hashes'>): number => hashes.length / hashLength

const lengthOf = ({ places }: LeavesOfPage): number => places.length

/**
 * Reads a log to its end on the thread of the trees: from its store, because what a process remembers of it may be gone
 * there. Begins after a position ('' is the start of the log), at the leaf of an index. `report` gets the number of events
 * of each page.
 */
export const readLeaves = async (
  trees: Trees,
  log: LogName,
  { after, first: firstIndex }: PageOfLeaves,
  report: (read: number) => void,
): Promise<E.Either<StoreUnavailable, LeavesOfLog>> => {
  const hashes: Uint8Array[] = []
  const pages: PageOfLeaves[] = []
  let [position, count] = [after, 0]
  for (;;) {
    const page = await trees.leaves({ log, after: position })()
    if (E.isLeft(page)) return page
    if (lengthOf(page.right) === 0) break
    hashes.push(page.right.hashes)
    pages.push({ first: count, after: position })
    position = page.right.position
    count += lengthOf(page.right)
    report(lengthOf(page.right))
  }
  return E.right({ hashes: Buffer.concat(hashes), firstIndex, pages })
}
