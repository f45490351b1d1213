import { equalHashes } from '../../../retention/transparency/tree/verify-inclusion'
import type { SignedHead } from '../../stores/heads/head-store'
import type { LogFinding } from './log-verification'
import { rootsOfLeaves } from './signed-leaves'

/** The heads that have signed another tree than that of these leaves, smallest first. */
const contradictingHeads = (heads: ReadonlyArray<SignedHead>, hashes: Uint8Array): ReadonlyArray<SignedHead> => {
  const sizes = heads.map(({ size }) => size)
  const roots = rootsOfLeaves(hashes, sizes)
  return heads.filter(({ root }, at) => {
    const computed = roots[at]
    return computed === undefined || !equalHashes(computed, root)
  })
}

/** Where a log begins to differ, as far as heads alone can tell: after the last one that it agrees with. */
export const findBetweenHeads = (heads: ReadonlyArray<SignedHead>, hashes: Uint8Array): ReadonlyArray<LogFinding> => {
  const [first] = contradictingHeads(heads, hashes)
  if (first === undefined) return []
  const afterSize = heads.filter(({ size }) => size < first.size).at(-1)?.size ?? 0
  return [{ kind: 'between heads', afterSize, upToSize: first.size }]
}

/** The earlier heads that have signed something else than the leaves of the newest one. */
export const findContradictingHeads = (
  heads: ReadonlyArray<SignedHead>,
  signed: Uint8Array,
): ReadonlyArray<LogFinding> =>
  contradictingHeads(heads, signed).map(({ size }): LogFinding => ({ kind: 'head contradicts', size }))
