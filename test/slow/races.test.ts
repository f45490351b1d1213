import { expectSafeRaces } from '../retention/life-of-keys/expect-safe-races'

describe('an erasure that runs beside everything else', () => {
  it.each(['first', 'second', 'third', 'fourth', 'last'])(
    'leaves nothing that opens, loses no living key, and is certified in time: the %s 2,000 of 10,000 races',
    async () => {
      await expectSafeRaces(2000)
      expect.hasAssertions()
    },
  )
})
