import { killRepeatedly, nothingLostOrRepeated } from './kill-repeatedly'
import { printSeedOnFailure, crashSeed } from './crash-seed'

describe('a library that is killed while it works', () => {
  it('loses nothing and does nothing twice, in twenty-five kills, each with at least 32 running commands', () =>
    printSeedOnFailure(async () => {
      const { underWay, acknowledged, daysClosed, closingsInterrupted } = await killRepeatedly(
        crashSeed,
        25,
        (inspection) => {
          expect(inspection).toEqual(nothingLostOrRepeated)
        },
      )
      expect(Math.min(...underWay)).toBeGreaterThanOrEqual(32)
      expect(acknowledged).toBeGreaterThan(0)
      expect(daysClosed).toBeGreaterThan(0)
      expect(closingsInterrupted).toBeGreaterThan(0)
    }))
})
