/** Pseudo-random numbers from a seed (mulberry32), so that a failing run can be repeated. */
export interface ReplayableRandom {
  /** An integer from 0 up to but not including the bound. */
  readonly below: (bound: number) => number
  /** One of several values; there must be at least one. */
  readonly oneOf: <A>(items: ReadonlyArray<A>) => A
}

export const makeReplayableRandom = (seed: number): ReplayableRandom => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (bound: number): number => Math.floor(next() * bound)
  return { below, oneOf: <A>(items: ReadonlyArray<A>): A => items[below(items.length)] as A }
}
