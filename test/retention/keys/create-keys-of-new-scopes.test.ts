import { randomUUID } from 'node:crypto'
import * as E from 'fp-ts/Either'
import fc from 'fast-check'
import type { CertificateId } from '../../../domain/values/ids'
import { destroyOrphanKeys } from '../../../retention/keys/destroy-orphan-keys'
import { fenceAndEvictKeys } from '../../../retention/keys/fence-and-evict-keys'
import { maxKeyAgeAtFirstNamingMs } from '../../../retention/keys/unnamed-key-tracker'
import { exampleSealContext, randomScopeId, keysUnderTest } from '../../fixtures/keys-under-test'

const certificate = randomUUID() as CertificateId
const value = { text: 'secret' }
const done = E.right(undefined)
const isUnavailable = E.left(expect.objectContaining({ _tag: 'Unavailable' }))
const loanEnded = E.left({ _tag: 'ScopeEnded', class: 'loan' })

describe('creating keys', () => {
  it('keeps the first key of a scope, also when another process creates it again', async () => {
    const { keys, anotherProcess } = keysUnderTest()
    const loan = { scope: randomScopeId(), class: 'loan' as const }
    expect(await keys.createKeys([loan])()).toEqual(done)
    const sealed = await keys.sealParts(exampleSealContext(), [{ ...loan, value }])()
    const other = anotherProcess()
    expect(await other.createKeys([loan, { scope: randomScopeId(), class: 'fee' }])()).toEqual(done)
    expect(E.isRight(sealed) && (await other.openParts(exampleSealContext(), sealed.right, [loan])())).toEqual([
      { _tag: 'Plain', value },
    ])
  })

  it('creates one key when several processes create it at the same time, and all of them can use it', async () => {
    const { keys, anotherProcess, store } = keysUnderTest()
    const loan = { scope: randomScopeId(), class: 'loan' as const }
    const processes = [keys, anotherProcess(), anotherProcess()]
    expect(await Promise.all(processes.map((each) => each.createKeys([loan, loan])()))).toEqual([done, done, done])
    const sealed = await keys.sealParts(exampleSealContext(), [{ ...loan, value }])()
    for (const each of processes)
      expect(E.isRight(sealed) && (await each.openParts(exampleSealContext(), sealed.right, [loan])())).toEqual([
        { _tag: 'Plain', value },
      ])
    expect(await store.count()).toEqual(E.right({ living: 1, fenced: 0 }))
  })

  it('creates all keys or none', async () => {
    const { keys, ended, store } = keysUnderTest()
    const gone = randomScopeId()
    ended.add(gone)
    const scopes = [{ scope: randomScopeId(), class: 'fee' as const }, { scope: gone, class: 'loan' as const }] // prettier-ignore
    expect(await keys.createKeys(scopes)()).toEqual(loanEnded)
    expect(await store.count()).toEqual(E.right({ living: 0, fenced: 0 }))
  })

  it('creates no key for a scope that has ended, or under a borrower who is erased', async () => {
    const { keys, ended } = keysUnderTest()
    const borrower = randomScopeId()
    const loan = { scope: randomScopeId(), class: 'loan' as const, parent: borrower }
    await keys.createKeys([{ scope: borrower, class: 'borrower' }])()
    ended.add(borrower)
    expect(await keys.createKeys([loan])()).toEqual(loanEnded)
    ended.clear()
    ended.add(loan.scope)
    expect(await keys.createKeys([loan])()).toEqual(loanEnded)
  })

  it('creates no key for a fenced scope, even when the log has no erasure of it', async () => {
    const { keys, store, alarms } = keysUnderTest()
    const loan = { scope: randomScopeId(), class: 'loan' as const }
    await store.fence([loan], certificate)()
    expect(await keys.createKeys([loan])()).toEqual(isUnavailable)
    expect(alarms).toEqual(['FencedWithoutErasure'])
  })

  it('creates no key under a borrower whose key is missing', async () => {
    const { keys } = keysUnderTest()
    expect(await keys.createKeys([{ scope: randomScopeId(), class: 'loan', parent: randomScopeId() }])()).toEqual(
      isUnavailable,
    )
  })

  it('stores rows of one length, which do not reveal the borrower', async () => {
    const { keys, store } = keysUnderTest()
    const borrower = randomScopeId()
    await keys.createKeys([
      { scope: borrower, class: 'borrower' },
      { scope: randomScopeId(), class: 'loan', parent: borrower },
    ])()
    const rows = await store.page(undefined, 10)()
    const all = E.isRight(rows) ? rows.right : []
    expect(all.map((row) => row._tag === 'Living' && row.wrapped.length)).toEqual([105, 105])
    expect(all.flatMap(Object.keys).filter((name) => name === 'parent')).toEqual([])
  })
})

describe('cached keys', () => {
  it('are evicted with an erased scope, also those of its child scopes', async () => {
    const { keys, store } = keysUnderTest()
    const [borrower, loan, other] = [randomScopeId(), randomScopeId(), randomScopeId()]
    await keys.createKeys([
      { scope: borrower, class: 'borrower' },
      { scope: loan, class: 'loan', parent: borrower },
      { scope: other, class: 'loan' },
    ])()
    keys.markNamed([borrower, loan, other])
    await fenceAndEvictKeys(store, keys)(certificate)([{ scope: borrower, class: 'borrower' }])()
    expect([borrower, loan, other].map(keys.isInUse)).toEqual([false, false, true])
  })

  it('are cached for 60 seconds at most', async () => {
    const { keys, clock } = keysUnderTest()
    const loan = randomScopeId()
    await keys.createKeys([{ scope: loan, class: 'loan' }])()
    keys.markNamed([loan])
    clock.now = 59_999
    expect(keys.isInUse(loan)).toBe(true)
    clock.now = 60_000
    expect(keys.isInUse(loan)).toBe(false)
  })

  it('are never more than the capacity, and are loaded again when they are needed', async () => {
    const { keys } = keysUnderTest({ capacity: 2 })
    const loans = [randomScopeId(), randomScopeId(), randomScopeId()].map((scope) => ({
      scope,
      class: 'loan' as const,
    }))
    for (const loan of loans) await keys.createKeys([loan])()
    keys.markNamed(loans.map(({ scope }) => scope))
    expect(loans.map(({ scope }) => keys.isInUse(scope))).toEqual([false, true, true])
    expect(E.isRight(await keys.sealParts(exampleSealContext(), [{ ...loans[0]!, value }])())).toBe(true)
  })
})

describe('a key that no event names', () => {
  it('seals nothing when it is older than an hour', async () => {
    const { keys, clock } = keysUnderTest()
    const loan = { scope: randomScopeId(), class: 'loan' as const }
    await keys.createKeys([loan])()
    clock.now = maxKeyAgeAtFirstNamingMs
    expect(E.isRight(await keys.sealParts(exampleSealContext(), [{ ...loan, value }])())).toBe(true)
    clock.now = maxKeyAgeAtFirstNamingMs + 1
    expect(await keys.sealParts(exampleSealContext(), [{ ...loan, value }])()).toEqual(isUnavailable)
    keys.markNamed([loan.scope])
    expect(E.isRight(await keys.sealParts(exampleSealContext(), [{ ...loan, value }])())).toBe(true)
  })

  it('is destroyed as an orphan, but not while it may still be named', async () => {
    const { keys, clock, store } = keysUnderTest()
    const orphan = randomScopeId()
    await keys.createKeys([{ scope: orphan, class: 'loan' }])()
    expect(await destroyOrphanKeys(store, keys)([orphan])()).toEqual(E.right([]))
    clock.now = 24 * maxKeyAgeAtFirstNamingMs
    expect(await destroyOrphanKeys(store, keys)([orphan])()).toEqual(E.right([orphan]))
    expect(await store.count()).toEqual(E.right({ living: 0, fenced: 0 }))
  })
})

describe('ids derived under a scope', () => {
  const made = async () => {
    const hand = keysUnderTest()
    const day = randomScopeId()
    await hand.keys.createKeys([{ scope: day, class: 'idempotency' }])()
    return { ...hand, day }
  }

  it('are the same for the same cause in every process, while the key lives', async () => {
    const { keys, anotherProcess, day } = await made()
    const [one, other] = [await keys.deriveIdsUnder(day)(), await anotherProcess().deriveIdsUnder(day)()]
    if (E.isLeft(one) || E.isLeft(other)) throw new Error('no ids')
    fc.assert(
      fc.property(fc.string(), fc.string(), (cause, another) => {
        expect(one.right(cause)).toBe(other.right(cause))
        expect(one.right(cause) === one.right(another)).toBe(cause === another)
        expect(one.right(cause)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      }),
    )
  })

  it('are different under another scope', async () => {
    const { keys, day } = await made()
    const next = randomScopeId()
    await keys.createKeys([{ scope: next, class: 'idempotency' }])()
    const [one, other] = [await keys.deriveIdsUnder(day)(), await keys.deriveIdsUnder(next)()]
    expect(E.isRight(one) && E.isRight(other) && one.right('key') !== other.right('key')).toBe(true)
  })

  it('cannot be derived when the scope is erased', async () => {
    const { keys, ended, day } = await made()
    ended.add(day)
    expect(await keys.deriveIdsUnder(day)()).toEqual(E.left({ _tag: 'Erased' }))
  })
})
