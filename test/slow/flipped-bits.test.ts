import { flipSingleBits } from '../e2e/damage/flip-single-bits'

describe('a log in which one bit of one event is flipped', () => {
  it('names the place, opens, and serves everybody else: 500 events in turn', async () => {
    const { outcomes, expected } = await flipSingleBits(500, 20_261_128)
    expect(outcomes).toEqual(expected)
  })
})
