import type { ErasedBorrowers } from './erasure-receipt'

type Runs = ReadonlyArray<ErasedBorrowers>

/** All runs of some lists, each once: several processes may add to one list, and none removes what another has added. */
export const mergeErasureRuns = (...lists: ReadonlyArray<Runs>): Runs => [
  ...new Map(lists.flat().map((erased) => [erased.run, erased])).values(),
]
