import * as E from 'fp-ts/Either'
import { memoryKekRing } from '../../../adapters/stores/kek-ring/memory/memory-kek-ring'
import type { KekRing } from '../../../retention/keys/kek-ring'
import { longestHeld } from '../../../retention/keys/key-cache'
import { anyScope, keysInHand } from '../../fixtures/keys'

const done = E.right(undefined)

describe('a key that is held for nearly as long as it may be', () => {
  it('makes keys under a parent whose key is held for as long as it may be, while the others are made', async () => {
    const ring = memoryKekRing()
    let waits = 0
    const slow: KekRing = {
      ...ring,
      wrap: (...wrapping) => {
        hand.clock.now += waits
        waits = 0
        return ring.wrap(...wrapping)
      },
    }
    const hand = keysInHand({ ring: slow })
    const borrower = anyScope()
    await hand.keys.make([{ scope: borrower, class: 'borrower' }])()
    hand.clock.now = longestHeld - 1000
    waits = 2000
    const loans = [anyScope(), anyScope()].map((scope) => ({ scope, class: 'loan' as const, parent: borrower }))
    expect(await hand.keys.make(loans)()).toEqual(done)
  })
})
