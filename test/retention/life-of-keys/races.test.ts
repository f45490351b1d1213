import { expectSafeRaces } from './expect-safe-races'

describe('an erasure that runs beside everything else', () => {
  it('leaves nothing that opens, loses no living key, and is certified when no process has anything left', async () => {
    // The slow suite draws new orders.
    await expectSafeRaces(120, 20_261_129)
    expect.hasAssertions()
  })
})
