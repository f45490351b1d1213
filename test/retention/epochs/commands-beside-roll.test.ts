import * as TE from 'fp-ts/TaskEither'
import { createMemoryKekRing } from '../../../adapters/stores/kek-ring/memory/memory-kek-ring'
import { createMemoryKeyStore } from '../../../adapters/stores/keystore/memory/memory-key-store'
import type { Day } from '../../../domain/values/day'
import { rewrapThroughRing } from '../../../retention/epochs/rewrap-through-ring'
import { rewrapKeysAndRemoveOldBytes } from '../../../retention/epochs/roll-epoch'
import { keysUnavailable } from '../../../retention/keys/keys-unavailable'
import { keysUnderTest, randomScopeId } from '../../fixtures/keys-under-test'
import { rightOrThrow } from '../../fixtures/right-or-throw'

const keyCount = 350

/** Keys of the current epoch, and how often commands can run while it is asked which ones are to be re-wrapped. */
const libraryWithKeys = async () => {
  const ring = createMemoryKekRing()
  const store = createMemoryKeyStore(ring.library)
  const { keys } = keysUnderTest({ ring, store })
  const scopes = Array.from({ length: keyCount }, () => ({ scope: randomScopeId(), class: 'loan' as const }))
  rightOrThrow(await keys.createKeys(scopes)())
  const seen = { timesGivenWay: 0 }
  const giveWay = (): Promise<void> => {
    seen.timesGivenWay += 1
    return Promise.resolve()
  }
  const startRewrapping = rewrapThroughRing({ ring, store, isEnded: () => false, elapsed: () => 0, giveWay })
  return { ring, store, startRewrapping, seen }
}

describe('commands beside a roll of the epoch', () => {
  it('run between the pages of keys that are in the epoch already', async () => {
    const { startRewrapping, seen } = await libraryWithKeys()
    const rewrapping = rightOrThrow(await startRewrapping())
    expect(rightOrThrow(await rewrapping.next(1000)())).toBeUndefined()
    expect(seen.timesGivenWay).toBe(keyCount / 50)
  })

  it('do not wait for a count of all keys when all of them authenticate', async () => {
    const { ring, store, startRewrapping } = await libraryWithKeys()
    rightOrThrow(await ring.beginEpoch('2026-03-05' as Day)())
    const ports = {
      ...{ startRewrapping, elapsed: () => 0, giveWay: () => Promise.resolve(), alarm: () => undefined },
      ...{ catchUpSchedule: TE.right(undefined), checkpointKeyStore: TE.right(undefined) },
      store: { replace: store.replace, count: TE.left(keysUnavailable('no count is expected')) },
    }
    const moved = rightOrThrow(await rewrapKeysAndRemoveOldBytes(ports, () => undefined)())
    expect(moved).toEqual({ rewrapped: keyCount, unusable: 0 })
  })
})
