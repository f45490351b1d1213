import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { LogName } from '../../../domain/event/stream'
import type { Position, StoreUnavailable } from '../../../domain/ports/event-store'
import type { TreesOfLogs } from '../../stores/eventstore/trees/open-tree-thread'
import type { SignedHead } from '../../stores/heads/head-store'
import { requireTreeOfHead, type LogDiffersFromHead } from './sign-heads'

/** What bringing a tree to a head needs. */
export interface TreeGrowthDependencies {
  readonly trees: Pick<TreesOfLogs, 'root' | 'growToEnd'>
  /** Where the last month of *persons* ends that may be listed; undefined while there is none. */
  readonly listablePersons: () => Promise<Position | undefined>
}

const notRead: StoreUnavailable = {
  _tag: 'StoreUnavailable',
  reason: 'the tree of persons is computed once the closing of the month is read',
}

/** Reads a log into its tree: *circulation* to its end, *persons* to the end of its last closed month. */
const growToListableEnd = (
  { trees, listablePersons }: TreeGrowthDependencies,
  log: LogName,
): TE.TaskEither<StoreUnavailable, unknown> =>
  log === 'circulation'
    ? trees.growToEnd(log)
    : pipe(
        TE.fromTask(listablePersons),
        TE.flatMap((upTo) => (upTo === undefined ? TE.left(notRead) : trees.growToEnd(log, upTo))),
      )

/** Brings the tree of a log to a head, when it was removed and is computed again, and checks that the head has signed it. */
export const growTreeToHead =
  (dependencies: TreeGrowthDependencies) =>
  (log: LogName, head: SignedHead): TE.TaskEither<LogDiffersFromHead | StoreUnavailable, void> =>
    pipe(
      dependencies.trees.root({ log, size: head.size }),
      TE.flatMap((root) => (root === undefined ? growToListableEnd(dependencies, log) : TE.right(undefined))),
      TE.flatMap(() => requireTreeOfHead(dependencies, log, head)),
    )
