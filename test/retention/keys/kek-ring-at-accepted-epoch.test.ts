import * as E from 'fp-ts/Either'
import type * as TE from 'fp-ts/TaskEither'
import { memoryRingOf } from '../../../adapters/stores/kek-ring/memory/memory-kek-ring'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { Day } from '../../../domain/values/day'
import { keysUnavailable } from '../../../retention/keys/keys-unavailable'
import { generateKekRingContent } from '../../../retention/keys/make-kek-ring-from-content'
import { kekRingAtAcceptedEpoch } from '../../../retention/keys/kek-ring-at-accepted-epoch'
import { rightOrThrow } from '../../fixtures/right-or-throw'

const today = '2026-03-05' as Day
const bytes = Buffer.from('a key')

/** A ring of two processes. Another process rolls with `other`; the key store accepts the epoch in `state`. */
const aSharedRing = () => {
  const { open } = memoryRingOf(generateKekRingContent())
  const state: { accepted: E.Either<Unavailable, number> } = { accepted: E.right(0) }
  const accepted: TE.TaskEither<Unavailable, number> = () => Promise.resolve(state.accepted)
  return { ring: kekRingAtAcceptedEpoch(open(), accepted), other: open(), state }
}

describe('a ring that several processes use', () => {
  it('wraps in the oldest epoch that the key store accepts, also when a newer one was begun', async () => {
    const { ring, other, state } = aSharedRing()
    rightOrThrow(await other.beginEpoch(today)())
    rightOrThrow(await ring.reload())
    expect([ring.epochs(), ring.currentEpoch()]).toEqual([[1, 2], 1])
    state.accepted = E.right(2)
    rightOrThrow(await ring.reload())
    expect(ring.currentEpoch()).toBe(2)
  })

  it('wraps nothing while it lacks the epoch that the key store accepts, and says so; what it has, it opens', async () => {
    const { ring, state } = aSharedRing()
    const wrapped = rightOrThrow(await ring.wrap(1, bytes, bytes)())
    state.accepted = E.right(2)
    const lacks = { left: { _tag: 'Unavailable', reason: expect.stringContaining('lacks epoch 2') as string } }
    expect(await ring.reload()).toMatchObject(lacks)
    expect(await ring.wrap(1, bytes, bytes)()).toMatchObject(lacks)
    rightOrThrow(await ring.unwrap(1, bytes, wrapped)())
  })

  it('goes on as it was when the key store does not say which epoch it accepts', async () => {
    const { ring, state } = aSharedRing()
    state.accepted = E.left(keysUnavailable('the database is away'))
    expect(await ring.reload()).toMatchObject({ left: { reason: 'the database is away' } })
    rightOrThrow(await ring.wrap(ring.currentEpoch(), bytes, bytes)())
  })

  it('wraps in the epoch in use when the key store was restored from before it', async () => {
    const { ring, other, state } = aSharedRing()
    rightOrThrow(await other.beginEpoch(today)())
    rightOrThrow(await other.retireEpoch(1, today)())
    state.accepted = E.right(1)
    rightOrThrow(await ring.reload())
    expect(ring.currentEpoch()).toBe(2)
  })
})
