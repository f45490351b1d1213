import type { Measurement } from '../measure-side-by-side'

/** The rounds of the first attempt, and of the second. */
export const roundsOfAttempts = [5, 11] as const

/** A ratio may fall to this share of its reference. */
const allowedShare = 2 / 3

/**
 * Measures a ratio and compares it with its reference. A ratio below two thirds of the reference is measured once more,
 * with more rounds. Answers undefined, or a sentence with both ratios when both are too low.
 */
export const findLowRatio = async (
  name: string,
  reference: number,
  measure: (rounds: number) => Promise<Pick<Measurement, 'ratio'>>,
): Promise<string | undefined> => {
  const limit = reference * allowedShare
  const ratios: number[] = []
  for (const rounds of roundsOfAttempts) {
    const { ratio } = await measure(rounds)
    if (ratio >= limit) return undefined
    ratios.push(ratio)
  }
  const [first, second] = ratios.map((ratio) => ratio.toPrecision(3))
  return `${name} costs more CPU than before: its ratio to the bare library is ${String(first)}, and ${String(second)} in a longer attempt; two thirds of the reference ${reference.toPrecision(3)} are ${limit.toPrecision(3)}`
}
