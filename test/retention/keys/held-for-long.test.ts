import * as E from 'fp-ts/Either'
import { memoryKekRing } from '../../../adapters/stores/kek-ring/memory/memory-kek-ring'
import type { KekRing } from '../../../retention/keys/kek-ring'
import { maxCacheAgeMs } from '../../../retention/keys/key-cache'
import { randomScopeId, keysUnderTest } from '../../fixtures/keys-under-test'

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
    const hand = keysUnderTest({ ring: slow })
    const borrower = randomScopeId()
    await hand.keys.createKeys([{ scope: borrower, class: 'borrower' }])()
    hand.clock.now = maxCacheAgeMs - 1000
    waits = 2000
    const loans = [randomScopeId(), randomScopeId()].map((scope) => ({
      scope,
      class: 'loan' as const,
      parent: borrower,
    }))
    expect(await hand.keys.createKeys(loans)()).toEqual(done)
  })

  it('stays while other commands fill the cache with new keys', async () => {
    const ring = memoryKekRing()
    const newScopes = (count: number) =>
      Array.from({ length: count }, () => ({ scope: randomScopeId(), class: 'loan' as const }))
    let othersToMake = 0
    const slow: KekRing = {
      ...ring,
      wrap:
        (...wrapping) =>
        async () => {
          const others = newScopes(othersToMake)
          othersToMake = 0
          await hand.keys.createKeys(others)()
          return ring.wrap(...wrapping)()
        },
    }
    const hand = keysUnderTest({ ring: slow, capacity: 10 })
    const borrower = randomScopeId()
    await hand.keys.createKeys([{ scope: borrower, class: 'borrower' }])()
    await hand.keys.createKeys(newScopes(8))()
    othersToMake = 3
    const loans = newScopes(2).map((scope) => ({ ...scope, parent: borrower }))
    expect(await hand.keys.createKeys(loans)()).toEqual(done)
  })
})
