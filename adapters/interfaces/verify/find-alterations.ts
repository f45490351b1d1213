import type { ValidHead } from './check-heads'
import { compareLeaves, type LeafDifference } from './compare-leaves'
import { countHashes, hashLength, rootsOfLeaves } from './merkle-tree'

/** When something was altered: after the first head was signed, and before the second. */
export interface Since {
  readonly after: ValidHead
  /** The first later head that has signed the altered log; undefined: after all heads, before the export was verified. */
  readonly before: ValidHead | undefined
}

/** How a log differs from what its heads have signed. */
export interface Alterations {
  /** The events that differ from those of the newest head. */
  readonly events: { readonly differences: ReadonlyArray<LeafDifference>; readonly since: Since } | undefined
  /**
   * Heads that have signed another log. The first event that differs is among those after the number `after`, up to `upTo`;
   * `heads` is how many heads contradict.
   */
  readonly history:
    { readonly after: number; readonly upTo: number; readonly heads: number; readonly since: Since } | undefined
  /** A head has signed more events than the export has; the smallest of them. */
  readonly shorterThan: ValidHead | undefined
}

/** A list of leaf hashes, and the roots of its beginnings. */
interface LeavesWithRoots {
  readonly count: number
  readonly roots: ReadonlyMap<number, Buffer>
}

const leavesWithRoots = (hashes: Buffer, heads: ReadonlyArray<ValidHead>): LeavesWithRoots => ({
  count: countHashes(hashes),
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
): Alterations['history'] => {
  const contradicting = heads.filter((head) => !isInLog(head))
  const [first, last] = [contradicting[0], contradicting.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const agreeing = heads.filter(isInLog)
  return {
    after: agreeing.filter(({ size }) => size < first.size).at(-1)?.size ?? 0,
    upTo: first.size,
    heads: contradicting.length,
    since: { after: last, before: agreeing.find(({ size }) => size > last.size) },
  }
}

/** The signed leaves: the first ones of the list, as many as the newest head has, when they are what it has signed. */
const signedLeavesOf = (listed: Buffer, newest: ValidHead | undefined): Buffer | undefined => {
  if (newest === undefined) return undefined
  const leaves = listed.subarray(0, newest.size * hashLength)
  return agrees(leavesWithRoots(leaves, [newest]), newest) ? leaves : undefined
}

/**
 * Compares a log with all that heads have signed. `found` are the leaves of the exported events. `listed` are the hashes of
 * leaves that the library had stored: once they agree with the newest head of the export, they tell which events differ.
 * Without them, only the two heads are known between which the log differs. `heads` are sorted by size.
 */
export const findAlterations = (heads: ReadonlyArray<ValidHead>, found: Buffer, listed: Buffer): Alterations => {
  const newest = heads.filter(({ source }) => source === 'export').at(-1)
  const ofEvents = leavesWithRoots(found, heads)
  const signed = signedLeavesOf(listed, newest)
  const end = signed === undefined ? ofEvents.count : Math.max(countHashes(signed), ofEvents.count)
  const within = heads.filter(({ size }) => size <= end)
  // Events that the newest head has signed and that are gone are named one by one, when the signed leaves are there.
  const shorterThan = heads.find(({ size }) => size > end)
  if (newest === undefined || signed === undefined)
    return { events: undefined, history: contradictionOf(within, (head) => agrees(ofEvents, head)), shorterThan }
  const differences = compareLeaves(signed, found)
  const ofSigned = leavesWithRoots(signed, heads)
  const isInLog = (head: ValidHead): boolean => agrees(head.size <= newest.size ? ofSigned : ofEvents, head)
  return {
    events: differences.length === 0 ? undefined : { differences, since: { after: newest, before: undefined } },
    history: contradictionOf(within, isInLog),
    shorterThan,
  }
}
