/** Pseudo-random numbers from a seed (mulberry32), so that a simulation can be repeated. */
export interface SeededRandom {
  /** A number from 0 up to but not including 1. */
  readonly fraction: () => number
  /** An integer from 0 up to but not including the limit. */
  readonly below: (limit: number) => number
  readonly withProbability: (chance: number) => boolean
  /** One of several values; undefined when there is none. */
  readonly pickOne: <A>(of: ReadonlyArray<A>) => A | undefined
}

export const makeSeededRandom = (seed: number): SeededRandom => {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return { fraction: next, below, withProbability: (chance) => next() < chance, pickOne: (of) => of[below(of.length)] }
}
