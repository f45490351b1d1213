/** Chance that comes out the same each time, so that a life can be lived again (mulberry32). */
export interface Dice {
  /** From 0 up to, and without, 1. */
  readonly throw: () => number
  /** A whole number from 0 up to, and without, a limit. */
  readonly below: (limit: number) => number
  readonly happens: (chance: number) => boolean
  /** One of them; undefined when there is none. */
  readonly one: <A>(of: ReadonlyArray<A>) => A | undefined
}

export const dice = (seed: number): Dice => {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return { throw: next, below, happens: (chance) => next() < chance, one: (of) => of[below(of.length)] }
}
