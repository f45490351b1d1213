import { hashAt, hashLength } from './tree/hashes'
import { longestIncreasing } from './longest-increasing'

/** How the leaves of a log differ from those that a head has signed. Indexes count from 0, each in its own list. */
export type LeafDifference =
  | { readonly kind: 'changed' | 'moved'; readonly signed: number; readonly found: number }
  | { readonly kind: 'added'; readonly found: number }
  /** `found` is where it would be. */
  | { readonly kind: 'missing'; readonly signed: number; readonly found: number }

const keyAt = (hashes: Uint8Array, index: number): string => Buffer.from(hashAt(hashes, index)).toString('latin1')

/** How many leaves both lists begin with. */
const commonStart = (signed: Uint8Array, found: Uint8Array): number => {
  const most = Math.min(signed.length, found.length) / hashLength
  let at = 0
  while (at < most && Buffer.compare(hashAt(signed, at), hashAt(found, at)) === 0) at += 1
  return at
}

/** A leaf that both lists have. */
interface CommonLeaf {
  readonly signed: number
  readonly found: number
}

/** The leaves after the common start that both lists have, in the order in which they are found, each once. */
const commonLeaves = (signed: Uint8Array, found: Uint8Array, start: number): ReadonlyArray<CommonLeaf> => {
  const places = new Map<string, number>()
  for (let at = start; at < signed.length / hashLength; at++) places.set(keyAt(signed, at), at)
  const common: CommonLeaf[] = []
  for (let at = start; at < found.length / hashLength; at++) {
    const key = keyAt(found, at)
    const place = places.get(key)
    if (place === undefined) continue
    places.delete(key)
    common.push({ signed: place, found: at })
  }
  return common
}

const indexesBetween = (from: number, to: number, without: ReadonlySet<number>): ReadonlyArray<number> =>
  Array.from({ length: to - from }, (_, at) => from + at).filter((index) => !without.has(index))

/** What differs between two leaves that stayed: leaves that are gone and leaves that came are paired, as changed ones. */
const differencesInGap = (
  gone: ReadonlyArray<number>,
  came: ReadonlyArray<number>,
  next: number,
): ReadonlyArray<LeafDifference> => [
  ...gone.map((signed, at): LeafDifference => {
    const found = came[at]
    return found === undefined ? { kind: 'missing', signed, found: next } : { kind: 'changed', signed, found }
  }),
  ...came.slice(gone.length).map((found): LeafDifference => ({ kind: 'added', found })),
]

/**
 * Compares the hashes of leaves that a head has signed with those that are found, which may go on after them: what was
 * appended since is no difference. The smallest set of leaves counts as moved.
 */
export const compareLeaves = (signed: Uint8Array, found: Uint8Array): ReadonlyArray<LeafDifference> => {
  const start = commonStart(signed, found)
  const [signedEnd, foundEnd] = [signed.length / hashLength, found.length / hashLength]
  if (start === signedEnd) return []
  const common = commonLeaves(signed, found, start)
  const stayed = longestIncreasing(common.map((leaf) => leaf.signed)).map((at) => common[at] as CommonLeaf)
  const unmoved = new Set(stayed)
  const moved = common.filter((leaf) => !unmoved.has(leaf))
  const knownSigned = new Set(common.map((leaf) => leaf.signed))
  const knownFound = new Set(common.map((leaf) => leaf.found))
  const differences: LeafDifference[] = moved.map((leaf) => ({ kind: 'moved', ...leaf }))
  let last: CommonLeaf = { signed: start - 1, found: start - 1 }
  for (const next of [...stayed, { signed: signedEnd, found: foundEnd }]) {
    const gone = indexesBetween(last.signed + 1, next.signed, knownSigned)
    const all = indexesBetween(last.found + 1, next.found, knownFound)
    // After the last signed leaf, what is found beside changed ones was appended since.
    const came = next.signed === signedEnd ? all.slice(0, gone.length) : all
    differences.push(...differencesInGap(gone, came, next.found))
    last = next
  }
  return differences
}
