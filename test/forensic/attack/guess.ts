import type { AttackTarget } from './attacker-knowledge'

/** A guess at the borrower of a forgotten loan, and how sure the attacker is: more is surer. */
export interface Guess {
  readonly borrower: string
  readonly certainty: number
}

export type GuessBorrower = (target: AttackTarget) => Guess | undefined

/** Where the first member is that is at or after a time. */
export const firstAtOrAfter = (ordered: ReadonlyArray<{ readonly time: number }>, time: number): number => {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ordered[middle]?.time ?? 0) < time) low = middle + 1
    else high = middle
  }
  return low
}
