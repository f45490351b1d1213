import { flipSingleBits } from './flip-single-bits'

describe('a log in which one bit of one event is flipped', () => {
  it('names the place, opens, and serves everybody else: 24 events in turn', async () => {
    const { outcomes, expected } = await flipSingleBits(24, 20_260_105)
    expect(outcomes).toEqual(expected)
  })
})
