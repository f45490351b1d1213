import { simulateWeek } from '../e2e/simulated-week/simulate-week'
import { longWeek, printWeekSeedOnFailure, weekSeed } from '../e2e/simulated-week/week-settings'

/** What must have happened in the week. Otherwise it would prove little. */
const expectedKinds = [
  ...['lent later', 'returned later', 'renewed later', 'sent again', 'unknown card', 'put back unscanned'],
  ...['case of a loan', 'case of a return', 'case of a renewal', 'blocked', 'withdrawn', 'paid', 'brought by van'],
  ...['found on a pull list', 'not found on a pull list', 'reservation changed or cancelled'],
]

describe('a week at three branches, with 20 machines that go offline and come back, and 500 borrowers', () => {
  it('promises no copy twice, loses and doubles neither loan nor fee, and lists what staff must resolve', () =>
    printWeekSeedOnFailure(async () => {
      const counts = await simulateWeek(longWeek, weekSeed)
      expect([...counts.keys()]).toEqual(expect.arrayContaining(expectedKinds))
    }))
})
