import { countHashes, hashAt } from './merkle-tree'

/** How found leaves differ from signed ones. Indexes count from 0, each in its own list. */
export type LeafDifference =
  | { readonly kind: 'changed' | 'moved'; readonly signed: number; readonly found: number }
  | { readonly kind: 'added'; readonly found: number }
  /** `found` is where it would be. */
  | { readonly kind: 'missing'; readonly signed: number; readonly found: number }

interface CommonLeaf {
  readonly signed: number
  readonly found: number
}

const keyAt = (hashes: Uint8Array, index: number): string => hashAt(hashes, index).toString('latin1')

const countEqualAtStart = (signed: Uint8Array, found: Uint8Array): number => {
  const most = Math.min(countHashes(signed), countHashes(found))
  let count = 0
  while (count < most && hashAt(signed, count).equals(hashAt(found, count))) count += 1
  return count
}

/** The leaves from an index on that both lists have, in the order of the found ones. */
const commonLeaves = (signed: Uint8Array, found: Uint8Array, start: number): ReadonlyArray<CommonLeaf> => {
  const indexes = new Map<string, number>()
  for (let index = start; index < countHashes(signed); index++) indexes.set(keyAt(signed, index), index)
  const common: CommonLeaf[] = []
  for (let index = start; index < countHashes(found); index++) {
    const key = keyAt(found, index)
    const at = indexes.get(key)
    if (at !== undefined) common.push({ signed: at, found: index })
    indexes.delete(key)
  }
  return common
}

/**
 * As many of the common leaves as possible whose order is the signed one: the others were moved. For each length, `ends` has
 * the smallest signed index with which such a list of this length can end.
 */
const inSignedOrder = (common: ReadonlyArray<CommonLeaf>): ReadonlyArray<CommonLeaf> => {
  const ends: CommonLeaf[] = []
  const before = new Map<CommonLeaf, CommonLeaf | undefined>()
  for (const leaf of common) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if ((ends[middle]?.signed ?? 0) < leaf.signed) low = middle + 1
      else high = middle
    }
    before.set(leaf, ends[low - 1])
    ends[low] = leaf
  }
  const ordered: CommonLeaf[] = []
  for (let leaf = ends.at(-1); leaf !== undefined; leaf = before.get(leaf)) ordered.push(leaf)
  return ordered.reverse()
}

/** The indexes between two, without both and without those of common leaves. */
const indexesBetween = (from: number, to: number, common: ReadonlySet<number>): ReadonlyArray<number> =>
  Array.from({ length: Math.max(0, to - from - 1) }, (_, at) => from + 1 + at).filter((index) => !common.has(index))

/**
 * Compares leaves that were signed with leaves that are found. The found ones may go on after the signed ones: that is no
 * difference. Between two leaves that stayed, those that are gone and those that are new are paired, as changed ones.
 */
export const compareLeaves = (signed: Uint8Array, found: Uint8Array): ReadonlyArray<LeafDifference> => {
  const start = countEqualAtStart(signed, found)
  const end: CommonLeaf = { signed: countHashes(signed), found: countHashes(found) }
  if (start === end.signed) return []
  const common = commonLeaves(signed, found, start)
  const stayed = inSignedOrder(common)
  const stayedSet = new Set(stayed)
  const differences: LeafDifference[] = common
    .filter((leaf) => !stayedSet.has(leaf))
    .map((leaf) => ({ kind: 'moved', ...leaf }))
  const commonSigned = new Set(common.map((leaf) => leaf.signed))
  const commonFound = new Set(common.map((leaf) => leaf.found))
  let last: CommonLeaf = { signed: start - 1, found: start - 1 }
  for (const next of [...stayed, end]) {
    const gone = indexesBetween(last.signed, next.signed, commonSigned)
    const fresh = indexesBetween(last.found, next.found, commonFound)
    gone.forEach((index, at) => {
      const found = fresh[at]
      differences.push(
        found === undefined
          ? { kind: 'missing', signed: index, found: next.found }
          : { kind: 'changed', signed: index, found },
      )
    })
    // After the last signed leaf, what is new was appended since.
    if (next !== end) differences.push(...fresh.slice(gone.length).map((found) => ({ kind: 'added', found }) as const))
    last = next
  }
  return differences
}
