import type { ValidHead } from './check-heads'
import { compareLeaves, type LeafDifference } from './compare-leaves'
import type { BetweenHeads } from './export-verification'
import { countHashes, hashLength, rootsOfLeaves } from './merkle-tree'

/** How a log differs from what its heads have signed. */
export interface Alterations {
  /** The events that differ from those of the newest head. */
  readonly events:
    { readonly differences: ReadonlyArray<LeafDifference>; readonly since: BetweenHeads<ValidHead> } | undefined
  /**
   * Heads that have signed another log. The first event that differs is among those after the first `afterSize` events, up to
   * the event with the number `upToSize`; `heads` is how many heads contradict.
   */
  readonly contradiction:
    | {
        readonly afterSize: number
        readonly upToSize: number
        readonly heads: number
        readonly since: BetweenHeads<ValidHead>
      }
    | undefined
  /** A head has signed more events than the export has; the smallest of them. */
  readonly shorterThan: ValidHead | undefined
}

/** The hashes of leaves one after the other, and the roots of the trees of the first ones, by size. */
interface LeavesWithRoots {
  readonly hashes: Buffer
  readonly roots: ReadonlyMap<number, Buffer>
}

/** Computes the roots of the sizes of all heads: each leaf is hashed once. */
const leavesWithRoots = (hashes: Buffer, heads: ReadonlyArray<ValidHead>): LeavesWithRoots => ({
  hashes,
  roots: rootsOfLeaves(
    hashes,
    heads.map(({ size }) => size),
  ),
})

const agrees = ({ roots }: LeavesWithRoots, { size, root }: ValidHead): boolean =>
  roots.get(size)?.equals(root) === true

/** What heads say that have signed something else than a log which begins with these leaves. */
const contradictionOf = (
  heads: ReadonlyArray<ValidHead>,
  isInLog: (head: ValidHead) => boolean,
): Alterations['contradiction'] => {
  const contradicting = heads.filter((head) => !isInLog(head))
  const [first, last] = [contradicting[0], contradicting.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const agreeing = heads.filter(isInLog)
  return {
    afterSize: agreeing.filter(({ size }) => size < first.size).at(-1)?.size ?? 0,
    upToSize: first.size,
    heads: contradicting.length,
    since: { after: last, before: agreeing.find(({ size }) => size > last.size) ?? null },
  }
}

/** The signed leaves: the first ones of the list, as many as the newest head has, when they are what it has signed. */
const signedLeavesOf = (
  listed: Buffer,
  newest: ValidHead,
  heads: ReadonlyArray<ValidHead>,
): LeavesWithRoots | undefined => {
  const leaves = leavesWithRoots(listed.subarray(0, newest.size * hashLength), heads)
  return agrees(leaves, newest) ? leaves : undefined
}

/**
 * Compares a log with all that heads have signed. `found` are the leaves of the exported events. `listed` are the hashes of
 * leaves that the library had stored: once they agree with the newest head of the export, they tell which events differ.
 * Without them, only the two heads are known between which the log differs. `heads` are sorted by size.
 */
export const findAlterations = (heads: ReadonlyArray<ValidHead>, found: Buffer, listed: Buffer): Alterations => {
  const newest = heads.filter(({ source }) => source === 'export').at(-1)
  const ofEvents = leavesWithRoots(found, heads)
  const signed = newest && signedLeavesOf(listed, newest, heads)
  const end = Math.max(countHashes(found), countHashes(signed?.hashes ?? Buffer.alloc(0)))
  const within = heads.filter(({ size }) => size <= end)
  // Events that the newest head has signed and that are gone are named one by one, when the signed leaves are there.
  const shorterThan = heads.find(({ size }) => size > end)
  if (newest === undefined || signed === undefined) {
    const contradiction = contradictionOf(within, (head) => agrees(ofEvents, head))
    return { events: undefined, contradiction, shorterThan }
  }
  const differences = compareLeaves(signed.hashes, found)
  const isInLog = (head: ValidHead): boolean => agrees(head.size <= newest.size ? signed : ofEvents, head)
  return {
    events: differences.length === 0 ? undefined : { differences, since: { after: newest, before: null } },
    contradiction: contradictionOf(within, isInLog),
    shorterThan,
  }
}
