import { findLowRatio, roundsOfAttempts } from './check-ratio'

/** Answers the given ratios one after the other, and records the rounds of each attempt. */
const measured = (...ratios: ReadonlyArray<number>) => {
  const rounds: number[] = []
  const measure = (count: number) => {
    rounds.push(count)
    return Promise.resolve({ ratio: ratios[rounds.length - 1] ?? Number.NaN })
  }
  return { rounds, measure }
}

describe('the check of a ratio', () => {
  it('accepts two thirds of the reference and more, in one attempt', async () => {
    const { rounds, measure } = measured(0.41)
    expect(await findLowRatio('B1', 0.6, measure)).toBeUndefined()
    expect(rounds).toEqual([roundsOfAttempts[0]])
  })

  it('measures a low ratio once more with more rounds', async () => {
    const { rounds, measure } = measured(0.3, 0.5)
    expect(await findLowRatio('B1', 0.6, measure)).toBeUndefined()
    expect(rounds).toEqual(roundsOfAttempts)
  })

  it('answers a sentence with both ratios and the reference when both are low', async () => {
    const { measure } = measured(0.31, 0.3999)
    expect(await findLowRatio('B1', 0.6, measure)).toBe(
      'B1 costs more CPU than before: its ratio to the bare library is 0.310, and 0.400 in a longer attempt; two thirds of the reference 0.600 are 0.400',
    )
  })

  it('never accepts a ratio that is not a number', async () => {
    const { measure } = measured(Number.NaN, Number.NaN)
    expect(await findLowRatio('B1', 0.6, measure)).toContain('NaN')
  })
})
