import { kills, nothingWrong } from '../crash/kills'
import { namingTheSeed, seed } from '../crash/seed'

describe('a library that is killed again and again', () => {
  it('has lost nothing and done nothing twice, five hundred times', () =>
    namingTheSeed(async () => {
      const { underWay } = await kills(seed, 500, (shown) => {
        expect(shown).toEqual(nothingWrong)
      })
      expect(Math.min(...underWay)).toBeGreaterThanOrEqual(32)
    }))
})
