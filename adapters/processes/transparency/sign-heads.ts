import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { LogName } from '../../../domain/event/stream'
import type { Position, StoreUnavailable } from '../../../domain/ports/event-store'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { KekRing } from '../../../retention/keys/kek-ring'
import { noteKeyOfPem } from '../../../retention/transparency/formats/note-key'
import { signCheckpoint } from '../../../retention/transparency/formats/sign-checkpoint'
import { equalHashes } from '../../../retention/transparency/tree/verify-inclusion'
import type { HeadStore, SignedHead } from '../../stores/heads/head-store'
import type { TreesOfLogs } from '../../stores/eventstore/trees/open-tree-thread'
import { originOf } from './transparency-origin'

/** A log does not begin with what a head of it has signed: somebody changed it, or replaced it by an older copy. */
export interface LogDiffersFromHead {
  readonly _tag: 'LogDiffersFromHead'
  readonly log: LogName
  /** The size of the tree that the head has signed. */
  readonly size: number
}

/** Why no head can be signed now. */
export type HeadSigningError = LogDiffersFromHead | StoreUnavailable | Unavailable

export interface HeadSigningDependencies {
  readonly ring: Pick<KekRing, 'sign' | 'verifyingKey' | 'library'>
  readonly trees: Pick<TreesOfLogs, 'growToEnd' | 'root' | 'lastClosing' | 'closingsAfter'>
  readonly heads: HeadStore
}

type LastHead = SignedHead | undefined

/** The newest head that was signed; undefined while there is none. */
export const lastHead =
  (heads: Pick<HeadStore, 'sizes' | 'read'>) =>
  (log: LogName): TE.TaskEither<StoreUnavailable, LastHead> =>
    pipe(
      heads.sizes(log),
      TE.flatMap((sizes) => {
        const size = sizes.at(-1)
        return size === undefined ? TE.right(undefined) : heads.read(log, size)
      }),
    )

/** Checks that the tree begins with what the last head has signed: a log signs no head that contradicts an earlier one. */
export const requireTreeOfHead = (
  { trees }: { readonly trees: Pick<TreesOfLogs, 'root'> },
  log: LogName,
  head: LastHead,
): TE.TaskEither<LogDiffersFromHead | StoreUnavailable, void> =>
  head === undefined
    ? TE.right(undefined)
    : pipe(
        trees.root({ log, size: head.size }),
        TE.filterOrElseW(
          (root) => root !== undefined && equalHashes(root, head.root),
          (): LogDiffersFromHead => ({ _tag: 'LogDiffersFromHead', log, size: head.size }),
        ),
        TE.map(() => undefined),
      )

const signHeadOfSize = (
  { ring, trees, heads }: HeadSigningDependencies,
  log: LogName,
  size: number,
): TE.TaskEither<HeadSigningError, LastHead> =>
  pipe(
    trees.root({ log, size }),
    TE.flatMap((root) => {
      if (root === undefined) return TE.right(undefined)
      const origin = originOf(ring.library, log)
      const checkpoint = { origin, size, root }
      return pipe(
        signCheckpoint(ring)(checkpoint),
        TE.chainFirstW((note) => heads.put(log, note, noteKeyOfPem('ed25519', origin)(ring.verifyingKey))),
        TE.map((note) => ({ ...checkpoint, note })),
      )
    }),
  )

/** The sizes of the trees whose heads are due: of each closing since the last head, or of the last closing when there is none. */
const dueSizes = (
  { trees }: Pick<HeadSigningDependencies, 'trees'>,
  log: LogName,
  last: LastHead,
): TE.TaskEither<StoreUnavailable, ReadonlyArray<number>> =>
  last === undefined
    ? pipe(
        trees.lastClosing({ log }),
        TE.map((closing) => (closing === undefined ? [] : [closing.size])),
      )
    : pipe(
        trees.closingsAfter({ log, size: last.size }),
        TE.map((closings) => closings.map(({ size }) => size)),
      )

/** Reads a log to its end, or up to a position, and checks that it begins with what its last head has signed. */
const growCheckedTree = (dependencies: HeadSigningDependencies, log: LogName, upTo?: Position) =>
  pipe(
    TE.Do,
    TE.bindW('last', () => lastHead(dependencies.heads)(log)),
    TE.bindW('tree', () => dependencies.trees.growToEnd(log, upTo)),
    TE.chainFirstW(({ last }) => requireTreeOfHead(dependencies, log, last)),
  )

/**
 * Reads a log to its end, or up to a position, and signs a head for each closing since the last head. The first head is
 * that of the last closing. Answers how many it signed.
 */
export const signHeadsOfClosings =
  (dependencies: HeadSigningDependencies) =>
  (log: LogName, upTo?: Position): TE.TaskEither<HeadSigningError, number> =>
    pipe(
      growCheckedTree(dependencies, log, upTo),
      TE.flatMap(({ last }) => dueSizes(dependencies, log, last)),
      TE.flatMap(TE.traverseSeqArray((size) => signHeadOfSize(dependencies, log, size))),
      TE.map((signed) => signed.length),
    )

/** Reads a log to its end and signs the head of all its events. Answers the newest head; undefined for an empty log. */
export const signHeadOfAllEvents =
  (dependencies: HeadSigningDependencies) =>
  (log: LogName): TE.TaskEither<HeadSigningError, LastHead> =>
    pipe(
      growCheckedTree(dependencies, log),
      TE.flatMap(({ last, tree }) =>
        tree.size <= (last?.size ?? 0) ? TE.right(last) : signHeadOfSize(dependencies, log, tree.size),
      ),
    )
