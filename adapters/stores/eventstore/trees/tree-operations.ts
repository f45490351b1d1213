import * as E from 'fp-ts/Either'
import type { LogName } from '../../../../domain/event/stream'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import { leafRecordOf } from '../../../../retention/transparency/leaf-record'
import { hashLeaves, hashLength } from '../../../../retention/transparency/tree/hashes'
import { proveConsistency, proveInclusion } from '../../../../retention/transparency/tree/proofs'
import { rootOfTree } from '../../../../retention/transparency/tree/subtree-hash'
import type { AsyncThreadOperations } from '../../sqlite/writer-thread/serve-thread-requests-asynchronously'
import { sqliteUnavailable } from '../../sqlite/sqlite-failure'
import { isStoreError } from '../../throwable-store-error'
import { growTree, type TreeOfLog } from './grow-tree'
import type { LogReader } from './log-reader'
import { indexOfPosition, positionOfIndex, readBundle } from './read-bundle'
import type { TreeStore } from './tree-store'
import type { TreeProgress, TreeThreadProtocol } from './tree-thread-protocol'

/** The events of one `grow`: about 20 ms. */
const eventsOfGrowth = 4096

const unavailableOf = (error: unknown): StoreUnavailable =>
  isStoreError(error) ? { _tag: 'StoreUnavailable', reason: error.reason } : sqliteUnavailable(error)

/** Turns what reading or writing throws into an error value. */
const catchErrors =
  <Request, A>(answer: (request: Request) => Promise<A> | A) =>
  async (request: Request): Promise<E.Either<StoreUnavailable, A>> => {
    try {
      return E.right(await answer(request))
    } catch (error) {
      return E.left(unavailableOf(error))
    }
  }

/** What the thread answers, over the trees and over readers of both logs. */
export const treeOperations = (
  store: TreeStore,
  openReader: (log: LogName) => Promise<LogReader>,
): AsyncThreadOperations<TreeThreadProtocol>['operations'] => {
  /** The trees as they are stored, so that a growth reads no tile. */
  const trees = new Map<LogName, TreeOfLog>()
  const treeOf = (log: LogName): TreeOfLog => trees.get(log) ?? store.tree(log)
  const ifWithin = <A>(log: LogName, size: number, answer: () => A): A | undefined =>
    size <= treeOf(log).edge.size ? answer() : undefined
  const grow = async ({ log, upTo }: TreeThreadProtocol['grow'][0]): Promise<TreeProgress> => {
    const tree = treeOf(log)
    const read = await (await openReader(log)).page(tree.position, eventsOfGrowth)
    const page = upTo === undefined ? read : read.filter(({ position }) => position <= upTo)
    const isCaughtUp = page.length < eventsOfGrowth
    if (page.length === 0) return { size: tree.edge.size, position: tree.position, isCaughtUp }
    // After a failed commit the tree is read again.
    trees.delete(log)
    const growth = growTree(log)(tree, page)
    store.grow(log, growth)
    trees.set(log, { edge: growth.edge, position: growth.position })
    return { size: growth.edge.size, position: growth.position, isCaughtUp }
  }
  const sourceOf = async (log: LogName) => ({ log, store, reader: await openReader(log) })
  return {
    grow: catchErrors(grow),
    leaves: catchErrors(async ({ log, after }) => {
      const page = await (await openReader(log)).page(after, eventsOfGrowth)
      return {
        hashes: hashLeaves(page.map(leafRecordOf(log))),
        places: page.map(({ stream, revision, type }) => ({ stream, revision, type })),
        position: page.at(-1)?.position ?? after,
      }
    }),
    clear: catchErrors(({ log }) => {
      trees.delete(log)
      store.clear(log)
      return undefined
    }),
    root: catchErrors(({ log, size }) => ifWithin(log, size, () => rootOfTree(store.readTile(log))(size))),
    lastClosing: catchErrors(({ log }) => store.lastClosing(log)),
    closingsAfter: catchErrors(({ log, size }) => store.closingsAfter(log, size)),
    tile: catchErrors(async ({ log, level, index, width }) => {
      if (level === 'entries') return readBundle(await sourceOf(log))(index, width)
      const hashes = store.readTile(log)(level, index)
      return hashes.length < width * hashLength ? undefined : hashes.subarray(0, width * hashLength)
    }),
    indexOf: catchErrors(async ({ log, position }) => indexOfPosition(await sourceOf(log))(position)),
    positionOf: catchErrors(async ({ log, index }) => positionOfIndex(await sourceOf(log))(index)),
    inclusion: catchErrors(({ log, index, size }) =>
      ifWithin(log, size, () => E.getOrElseW(() => undefined)(proveInclusion(store.readTile(log))(index, size))),
    ),
    consistency: catchErrors(({ log, smaller, size }) =>
      ifWithin(log, size, () => E.getOrElseW(() => undefined)(proveConsistency(store.readTile(log))(smaller, size))),
    ),
  }
}
