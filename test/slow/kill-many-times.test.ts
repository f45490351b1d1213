import { killRepeatedly, nothingLostOrRepeated } from '../crash/kill-repeatedly'
import { printSeedOnFailure, crashSeed } from '../crash/crash-seed'

describe('a library that is killed repeatedly', () => {
  it('loses no acknowledged command and repeats none in five hundred kills', () =>
    printSeedOnFailure(async () => {
      const { underWay } = await killRepeatedly(crashSeed, 500, (shown) => {
        expect(shown).toEqual(nothingLostOrRepeated)
      })
      expect(Math.min(...underWay)).toBeGreaterThanOrEqual(32)
    }))
})
