import * as E from 'fp-ts/Either'
import fc from 'fast-check'
import { createMemoryKekRing } from '../../../adapters/stores/kek-ring/memory/memory-kek-ring'
import { createMemoryKeyStore } from '../../../adapters/stores/keystore/memory/memory-key-store'
import type { KekRing } from '../../../retention/keys/kek-ring'
import type { KeyStore } from '../../../retention/keys/key-store'
import { maxKeyCacheAgeMs } from '../../../retention/keys/key-cache'
import { exampleSealContext, randomScopeId, keysUnderTest } from '../../fixtures/keys-under-test'

const done = E.right(undefined)
const context = exampleSealContext()
const value = { text: 'secret' }
const now = 10 * maxKeyCacheAgeMs
const classes = ['loan', 'fee', 'reservation', 'payment'] as const

/** Milliseconds that pass at each look at the clock, at each read of the key store and at each call of the ring. */
const pauses = fc.record({
  atLook: fc.constantFrom(0, 1, 999, 30_000, maxKeyCacheAgeMs),
  atRead: fc.constantFrom(0, 1, 999, 30_000, maxKeyCacheAgeMs),
  atRing: fc.constantFrom(0, 1, 999, 30_000, maxKeyCacheAgeMs),
})

/** Milliseconds for which a key is cached already; undefined when it is not. */
const age = fc.option(fc.constantFrom(0, 1, 30_000, 59_998, 59_999), { nil: undefined })

/** The age of the borrower's key, and of the keys under it, in every order. */
const setUp = fc.record({ pauses, borrowerAge: age, ages: fc.array(age, { minLength: 2, maxLength: 4 }) })
type SetUp = typeof setUp extends fc.Arbitrary<infer A> ? A : never

/** The keys of a borrower, some of them cached for long. From then on time passes at every step. */
const cachedForLong = async ({ pauses, borrowerAge, ages }: SetUp) => {
  let passing = false
  const pass = (ms: number): void => {
    if (passing) hand.clock.now += ms
  }
  const memoryRing = createMemoryKekRing()
  const ring: KekRing = {
    ...memoryRing,
    wrap: (...wrapping) => {
      pass(pauses.atRing)
      return memoryRing.wrap(...wrapping)
    },
    unwrap: (...unwrapping) => {
      pass(pauses.atRing)
      return memoryRing.unwrap(...unwrapping)
    },
  }
  const memoryStore = createMemoryKeyStore(ring.library)
  const store: KeyStore = {
    ...memoryStore,
    read: (scopes) => {
      pass(pauses.atRead)
      return memoryStore.read(scopes)
    },
  }
  const hand = keysUnderTest({ ring, store })
  const borrower = randomScopeId()
  const parts = ages.map((cachedFor, at) => ({
    cachedFor,
    scope: randomScopeId(),
    class: classes[at % classes.length]!,
    value,
  }))
  const another = hand.anotherProcess()
  await another.createKeys([{ scope: borrower, class: 'borrower' }])()
  await another.createKeys(parts.map((part) => ({ ...part, parent: borrower })))()
  const all = [{ scope: borrower, cachedFor: borrowerAge }, ...parts]
  for (const { scope, cachedFor } of all.toSorted((a, b) => (b.cachedFor ?? 0) - (a.cachedFor ?? 0))) {
    hand.clock.now = now - (cachedFor ?? 0)
    if (cachedFor !== undefined) await hand.keys.prefetchKeys([scope])()
  }
  hand.clock.now = now
  hand.clock.msAtEachLook = pauses.atLook
  passing = true
  return { ...hand, another, borrower, parts }
}

const forEverySetUp = (rule: (setUp: SetUp) => Promise<void>) =>
  fc.assert(fc.asyncProperty(setUp, rule), { numRuns: 300 })

describe('a key that grows too old between being asked for and being used', () => {
  it('seals and opens parts, in every order of cached and other keys', () =>
    forEverySetUp(async (setUp) => {
      const { keys, another, parts, alarms } = await cachedForLong(setUp)
      const plain = parts.map(() => ({ _tag: 'Plain', value }))
      const sealed = await keys.sealParts(context, parts)()
      if (E.isLeft(sealed)) throw new Error(JSON.stringify(sealed))
      expect(await another.openParts(context, sealed.right, parts)()).toEqual(plain)
      expect(await keys.openParts(context, sealed.right, parts)()).toEqual(plain)
      expect(alarms).toEqual([])
    }))

  it('opens parts that another process sealed, in every order of cached and other keys', () =>
    forEverySetUp(async (setUp) => {
      const { keys, another, parts, alarms } = await cachedForLong(setUp)
      const sealed = await another.sealParts(context, parts)()
      if (E.isLeft(sealed)) throw new Error(JSON.stringify(sealed))
      expect(await keys.openParts(context, sealed.right, parts)()).toEqual(parts.map(() => ({ _tag: 'Plain', value })))
      expect(alarms).toEqual([])
    }))

  it('wraps the keys of new loans, and those of a new borrower beside them', () =>
    forEverySetUp(async (setUp) => {
      const { keys, another, borrower, alarms } = await cachedForLong(setUp)
      const newBorrower = { scope: randomScopeId(), class: 'borrower' as const }
      const newLoans = [borrower, newBorrower.scope, borrower].map((parent, at) => ({
        scope: randomScopeId(),
        class: classes[at]!,
        parent,
        value,
      }))
      expect(await keys.createKeys([...newLoans, newBorrower])()).toEqual(done)
      expect(E.isRight(await another.sealParts(context, newLoans)())).toBe(true)
      expect(alarms).toEqual([])
    }))

  it('is usable when it exists already and is asked for again', () =>
    forEverySetUp(async (setUp) => {
      const { keys, borrower, parts } = await cachedForLong(setUp)
      const again = parts.map((part) => ({ ...part, parent: borrower }))
      expect(await keys.createKeys([...again, { ...again[0]!, scope: randomScopeId() }])()).toEqual(done)
    }))

  it('derives the same ids as before, also when a command keeps them while the key leaves the cache', () =>
    forEverySetUp(async (setUp) => {
      const { keys, another, clock, parts } = await cachedForLong(setUp)
      const [loan] = parts
      const [derive, expected] = [await keys.deriveIdsUnder(loan!.scope)(), await another.deriveIdsUnder(loan!.scope)()]
      if (E.isLeft(derive) || E.isLeft(expected)) throw new Error('no ids')
      const id = expected.right('a cause')
      expect(derive.right('a cause')).toBe(id)
      clock.now += maxKeyCacheAgeMs
      keys.sweep()
      another.sweep()
      expect(derive.right('a cause')).toBe(id)
    }))

  it('answers Erased when its scope ends while others are read', async () => {
    const loan = { scope: randomScopeId(), class: 'loan' as const, value }
    const other = { ...loan, scope: randomScopeId() }
    const inner = createMemoryKekRing()
    const memoryStore = createMemoryKeyStore(inner.library)
    const hand = keysUnderTest({
      ring: inner,
      store: {
        ...memoryStore,
        read: (scopes) => {
          hand.ended.add(loan.scope)
          hand.keys.evict([loan.scope])
          return memoryStore.read(scopes)
        },
      },
    })
    await hand.anotherProcess().createKeys([other])()
    await hand.keys.createKeys([loan])()
    expect(await hand.keys.sealParts(context, [loan, other])()).toEqual(E.left({ _tag: 'ScopeEnded', class: 'loan' }))
  })
})

describe('a key whose place in a small cache other commands take', () => {
  it('is used all the same: by sealing, opening, and making keys under it', async () => {
    const ring = createMemoryKekRing()
    const othersFill = async (): Promise<void> => {
      const others = Array.from({ length: 3 }, () => ({ scope: randomScopeId(), class: 'loan' as const }))
      const fill = filling
      filling = false
      if (fill) await hand.keys.createKeys(others)()
    }
    let filling = false
    const memoryStore = createMemoryKeyStore(ring.library)
    const hand = keysUnderTest({
      ring: {
        ...ring,
        wrap:
          (...wrapping) =>
          async () => {
            await othersFill()
            return ring.wrap(...wrapping)()
          },
      },
      store: {
        ...memoryStore,
        read: (scopes) => async () => {
          await othersFill()
          return memoryStore.read(scopes)()
        },
      },
      capacity: 2,
    })
    const borrower = randomScopeId()
    const loan = { scope: randomScopeId(), class: 'loan' as const, parent: borrower, value }
    const fee = { ...loan, scope: randomScopeId(), class: 'fee' as const }
    await hand.keys.createKeys([{ scope: borrower, class: 'borrower' }])()
    filling = true
    expect(await hand.keys.createKeys([loan, fee])()).toEqual(done)
    filling = true
    const sealed = await hand.keys.sealParts(context, [loan, fee])()
    if (E.isLeft(sealed)) throw new Error(JSON.stringify(sealed))
    filling = true
    const opened = await hand.keys.openParts(context, sealed.right, [loan, fee])()
    expect(opened).toEqual([loan, fee].map(() => ({ _tag: 'Plain', value })))
  })
})
