/** @jest-environment ./.config/environment-with-own-modules.mjs */
import { withYear } from './open-year'
import { missingKinds, spendYear } from './simulate-year'
import { shortPlan } from './year-plan'

jest.mock('node:crypto', () => ({
  ...jest.requireActual<object>('node:crypto'),
  ...jest.requireActual<object>('./seeded-crypto'),
}))

/** The same two months each time, unless another seed is asked for. */
const seed = Number(process.env['YEAR_SEED'] ?? 5)

describe('two months of a small library in which everything is in use', () => {
  it('break no promise at any midnight', () =>
    withYear(shortPlan, seed, async (running) => {
      expect(await spendYear(running)).toEqual([])
      expect(missingKinds(running.year)).toEqual([])
    }))
})
