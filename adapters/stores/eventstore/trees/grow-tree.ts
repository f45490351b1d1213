import type { LogName } from '../../../../domain/event/stream'
import type { EventPage, Position } from '../../../../domain/ports/event-store'
import { leafRecordOf } from '../../../../retention/transparency/leaf-record'
import { appendLeaves, type GrownTree, type TreeEdge } from '../../../../retention/transparency/tree/append-leaves'
import { hashLeaves } from '../../../../retention/transparency/tree/hashes'
import { tileWidth } from '../../../../retention/transparency/tree/tile'
import { closedBy, type ClosingOfTree } from './closing-of-tree'

/** A tree, and the position of the event of its last leaf; '' for the empty tree. */
export interface TreeOfLog {
  readonly edge: TreeEdge
  readonly position: Position | ''
}

/** Where the events of a bundle of entries begin: after a position. */
export interface BundleStart {
  readonly index: number
  readonly after: Position | ''
}

/** What a page of events adds to the tree of its log. */
export interface Growth extends GrownTree {
  readonly position: Position | ''
  readonly bundles: ReadonlyArray<BundleStart>
  readonly closings: ReadonlyArray<ClosingOfTree>
}

/** Adds the next events of a log to its tree. They must be those after its position. */
export const growTree =
  (log: LogName) =>
  ({ edge, position }: TreeOfLog, page: EventPage): Growth => {
    const recordOf = leafRecordOf(log)
    const bundles: BundleStart[] = []
    const closings: ClosingOfTree[] = []
    const records: string[] = []
    let last = position
    for (const event of page) {
      const index = edge.size + records.length
      if (index % tileWidth === 0) bundles.push({ index: index / tileWidth, after: last })
      records.push(recordOf(event))
      const closed = closedBy(log, event)
      if (closed !== undefined) closings.push({ closed, size: index + 1 })
      last = event.position
    }
    return { ...appendLeaves(edge)(hashLeaves(records)), position: last, bundles, closings }
  }
