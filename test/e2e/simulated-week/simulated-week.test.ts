import { simulateWeek } from './simulate-week'
import { printWeekSeedOnFailure, shortWeek, weekSeed } from './week-settings'

/** What must have happened in the week. Otherwise it would prove little. */
const expectedKinds = ['lent later', 'returned later', 'renewed later', 'sent again', 'reserved', 'paid']

describe('three branches whose machines go offline and come back', () => {
  it('promise no copy twice, lose and double neither loan nor fee, and list what staff must resolve', () =>
    printWeekSeedOnFailure(async () => {
      const counts = await simulateWeek(shortWeek, weekSeed)
      expect([...counts.keys()]).toEqual(expect.arrayContaining(expectedKinds))
    }))
})
