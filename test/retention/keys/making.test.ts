import { randomUUID } from 'node:crypto'
import * as E from 'fp-ts/Either'
import fc from 'fast-check'
import type { CertificateId } from '../../../domain/values/ids'
import { destroyOrphans } from '../../../retention/keys/destroy-orphans'
import { fenceScopes } from '../../../retention/keys/fence-scopes'
import { longestUnnamed } from '../../../retention/keys/unnamed-keys'
import { aPlace, anyScope, keysInHand } from '../../fixtures/keys'

const certificate = randomUUID() as CertificateId
const value = { text: 'secret' }
const done = E.right(undefined)
const isUnavailable = E.left(expect.objectContaining({ _tag: 'Unavailable' }))
const loanEnded = E.left({ _tag: 'ScopeEnded', class: 'loan' })

describe('making keys', () => {
  it('keeps the first key of a scope, also for one who makes it in another process', async () => {
    const { keys, anotherProcess } = keysInHand()
    const loan = { scope: anyScope(), class: 'loan' as const }
    expect(await keys.make([loan])()).toEqual(done)
    const sealed = await keys.seal(aPlace(), [{ ...loan, value }])()
    const other = anotherProcess()
    expect(await other.make([loan, { scope: anyScope(), class: 'fee' }])()).toEqual(done)
    expect(E.isRight(sealed) && (await other.open(aPlace(), sealed.right, [loan])())).toEqual([
      { _tag: 'Plain', value },
    ])
  })

  it('makes one key, when many make it at once, and all of them can use it', async () => {
    const { keys, anotherProcess, store } = keysInHand()
    const loan = { scope: anyScope(), class: 'loan' as const }
    const processes = [keys, anotherProcess(), anotherProcess()]
    expect(await Promise.all(processes.map((each) => each.make([loan, loan])()))).toEqual([done, done, done])
    const sealed = await keys.seal(aPlace(), [{ ...loan, value }])()
    for (const each of processes)
      expect(E.isRight(sealed) && (await each.open(aPlace(), sealed.right, [loan])())).toEqual([
        { _tag: 'Plain', value },
      ])
    expect(await store.count()).toEqual(E.right({ living: 1, fenced: 0 }))
  })

  it('makes all or none', async () => {
    const { keys, ended, store } = keysInHand()
    const gone = anyScope()
    ended.add(gone)
    const scopes = [{ scope: anyScope(), class: 'fee' as const }, { scope: gone, class: 'loan' as const }] // prettier-ignore
    expect(await keys.make(scopes)()).toEqual(loanEnded)
    expect(await store.count()).toEqual(E.right({ living: 0, fenced: 0 }))
  })

  it('makes no key for a scope that has ended, or under a borrower who is erased', async () => {
    const { keys, ended } = keysInHand()
    const borrower = anyScope()
    const loan = { scope: anyScope(), class: 'loan' as const, parent: borrower }
    await keys.make([{ scope: borrower, class: 'borrower' }])()
    ended.add(borrower)
    expect(await keys.make([loan])()).toEqual(loanEnded)
    ended.clear()
    ended.add(loan.scope)
    expect(await keys.make([loan])()).toEqual(loanEnded)
  })

  it('makes no key for a scope that was fenced, even where the log does not say why', async () => {
    const { keys, store, alarms } = keysInHand()
    const loan = { scope: anyScope(), class: 'loan' as const }
    await store.fence([loan], certificate)()
    expect(await keys.make([loan])()).toEqual(isUnavailable)
    expect(alarms).toEqual(['FencedWithoutErasure'])
  })

  it('makes no key under a borrower whose own is missing', async () => {
    const { keys } = keysInHand()
    expect(await keys.make([{ scope: anyScope(), class: 'loan', parent: anyScope() }])()).toEqual(isUnavailable)
  })

  it('leaves rows of one length, which tell nothing of whose they are', async () => {
    const { keys, store } = keysInHand()
    const borrower = anyScope()
    await keys.make([
      { scope: borrower, class: 'borrower' },
      { scope: anyScope(), class: 'loan', parent: borrower },
    ])()
    const rows = await store.page(undefined, 10)()
    const all = E.isRight(rows) ? rows.right : []
    expect(all.map((row) => row._tag === 'Living' && row.wrapped.length)).toEqual([105, 105])
    expect(all.flatMap(Object.keys).filter((name) => name === 'parent')).toEqual([])
  })
})

describe('keys at hand', () => {
  it('are dropped with the scope that is erased, and so are those under it', async () => {
    const { keys, store } = keysInHand()
    const [borrower, loan, other] = [anyScope(), anyScope(), anyScope()]
    await keys.make([
      { scope: borrower, class: 'borrower' },
      { scope: loan, class: 'loan', parent: borrower },
      { scope: other, class: 'loan' },
    ])()
    keys.named([borrower, loan, other])
    await fenceScopes(store, keys)(certificate)([{ scope: borrower, class: 'borrower' }])()
    expect([borrower, loan, other].map(keys.isInUse)).toEqual([false, false, true])
  })

  it('are held for 60 seconds at most', async () => {
    const { keys, clock } = keysInHand()
    const loan = anyScope()
    await keys.make([{ scope: loan, class: 'loan' }])()
    keys.named([loan])
    clock.now = 59_999
    expect(keys.isInUse(loan)).toBe(true)
    clock.now = 60_000
    expect(keys.isInUse(loan)).toBe(false)
  })

  it('are never more than was allowed, and come back when asked for', async () => {
    const { keys } = keysInHand({ bound: 2 })
    const loans = [anyScope(), anyScope(), anyScope()].map((scope) => ({ scope, class: 'loan' as const }))
    for (const loan of loans) await keys.make([loan])()
    keys.named(loans.map(({ scope }) => scope))
    expect(loans.map(({ scope }) => keys.isInUse(scope))).toEqual([false, true, true])
    expect(E.isRight(await keys.seal(aPlace(), [{ ...loans[0]!, value }])())).toBe(true)
  })
})

describe('a key that no event names', () => {
  it('seals nothing once it is older than an hour', async () => {
    const { keys, clock } = keysInHand()
    const loan = { scope: anyScope(), class: 'loan' as const }
    await keys.make([loan])()
    clock.now = longestUnnamed
    expect(E.isRight(await keys.seal(aPlace(), [{ ...loan, value }])())).toBe(true)
    clock.now = longestUnnamed + 1
    expect(await keys.seal(aPlace(), [{ ...loan, value }])()).toEqual(isUnavailable)
    keys.named([loan.scope])
    expect(E.isRight(await keys.seal(aPlace(), [{ ...loan, value }])())).toBe(true)
  })

  it('is destroyed as an orphan, but not while it may still be named', async () => {
    const { keys, clock, store } = keysInHand()
    const orphan = anyScope()
    await keys.make([{ scope: orphan, class: 'loan' }])()
    expect(await destroyOrphans(store, keys)([orphan])()).toEqual(E.right([]))
    clock.now = 24 * longestUnnamed
    expect(await destroyOrphans(store, keys)([orphan])()).toEqual(E.right([orphan]))
    expect(await store.count()).toEqual(E.right({ living: 0, fenced: 0 }))
  })
})

describe('ids derived under a scope', () => {
  const made = async () => {
    const hand = keysInHand()
    const day = anyScope()
    await hand.keys.make([{ scope: day, class: 'idempotency' }])()
    return { ...hand, day }
  }

  it('are the same again while the key lives, in every process', async () => {
    const { keys, anotherProcess, day } = await made()
    const [one, other] = [await keys.idsUnder(day)(), await anotherProcess().idsUnder(day)()]
    if (E.isLeft(one) || E.isLeft(other)) throw new Error('no ids')
    fc.assert(
      fc.property(fc.string(), fc.string(), (cause, another) => {
        expect(one.right(cause)).toBe(other.right(cause))
        expect(one.right(cause) === one.right(another)).toBe(cause === another)
        expect(one.right(cause)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      }),
    )
  })

  it('are other ids under another scope', async () => {
    const { keys, day } = await made()
    const next = anyScope()
    await keys.make([{ scope: next, class: 'idempotency' }])()
    const [one, other] = [await keys.idsUnder(day)(), await keys.idsUnder(next)()]
    expect(E.isRight(one) && E.isRight(other) && one.right('key') !== other.right('key')).toBe(true)
  })

  it('are derived by nobody once the scope is erased', async () => {
    const { keys, ended, day } = await made()
    ended.add(day)
    expect(await keys.idsUnder(day)()).toEqual(E.left({ _tag: 'Erased' }))
  })
})
