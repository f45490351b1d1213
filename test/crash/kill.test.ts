import { kills, nothingWrong } from './kills'
import { namingTheSeed, seed } from './seed'

describe('a library that is killed in the middle of its work', () => {
  it(
    'has lost nothing and done nothing twice, fifty times, with at least 32 commands under way',
    () =>
      namingTheSeed(async () => {
        const { underWay, acknowledged, daysClosed } = await kills(seed, 50, (shown) => {
          expect(shown).toEqual(nothingWrong)
        })
        expect(Math.min(...underWay)).toBeGreaterThanOrEqual(32)
        expect(acknowledged).toBeGreaterThan(0)
        expect(daysClosed).toBeGreaterThan(0)
      }),
    240_000,
  )
})
