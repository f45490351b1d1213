/** @jest-environment ./.config/environment-with-own-modules.mjs */
import { seedOfRun } from '../fixtures/seed-of-run'
import { withYear } from '../year/open-year'
import { missingKinds, spendYear } from '../year/simulate-year'
import { startOfYear, yearReport } from '../year/year-report'
import { wholePlan } from '../year/year-plan'

jest.mock('node:crypto', () => ({
  ...jest.requireActual<object>('node:crypto'),
  ...jest.requireActual<object>('../year/seeded-crypto'),
}))

const { seed, printOnFailure } = seedOfRun('YEAR_SEED')

const printLines = (lines: ReadonlyArray<string>): void => void process.stdout.write(`${lines.join('\n')}\n`)

describe('a year of a library with 1,000 borrowers, 120 of them children, three branches and 20,000 loans', () => {
  it('breaks no promise at any midnight', () =>
    printOnFailure(async () => {
      const start = startOfYear()
      await withYear(wholePlan, seed, async (running) => {
        const found = await spendYear(running)
        printLines(yearReport(running.year, start))
        expect(found).toEqual([])
        expect(missingKinds(running.year)).toEqual([])
      })
    }))
})
