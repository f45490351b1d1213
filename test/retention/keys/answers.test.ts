import { randomUUID } from 'node:crypto'
import * as E from 'fp-ts/Either'
import type { CertificateId, ScopeId } from '../../../domain/values/ids'
import type { Opened, Part } from '../../../domain/ports/keys'
import { memoryKeyStore } from '../../../adapters/stores/keystore/memory/key-store'
import type { LivingRow } from '../../../retention/keys/key-row'
import type { KeyStore } from '../../../retention/keys/key-store'
import { unavailable } from '../../../retention/keys/unavailable'
import { aPlace, anyScope, keysInHand } from '../../fixtures/keys'

const value = { borrower: randomUUID(), dueOn: '2026-12-20' }
const certificate = randomUUID() as CertificateId
const unavailableAnswer = expect.objectContaining({ _tag: 'Unavailable' }) as unknown

/** A borrower's loan, sealed; and reading it as a process that has just started would. */
const aLoan = async (over: Parameters<typeof keysInHand>[0] = {}) => {
  const hand = keysInHand(over)
  const borrower = anyScope()
  const loan: Part = { class: 'loan', scope: anyScope() }
  const made = await hand.keys.make([
    { scope: loan.scope, class: 'loan', parent: borrower },
    { scope: borrower, class: 'borrower' },
  ])()
  const sealed = await hand.keys.seal(aPlace(), [{ ...loan, value }])()
  if (E.isLeft(made) || E.isLeft(sealed)) throw new Error('the loan was not sealed')
  const read = async (keys = hand.anotherProcess()): Promise<Opened | undefined> =>
    (await keys.open(aPlace(), sealed.right, [loan])())[0]
  return { ...hand, borrower, loan, sealed: sealed.right, read }
}
const rowOf = async (store: KeyStore, scope: ScopeId): Promise<LivingRow> => {
  const rows = await store.read([scope])()
  if (E.isRight(rows) && rows.right[0]?._tag === 'Living') return rows.right[0]
  throw new Error('there is no living row')
}

describe('reading a sealed part', () => {
  it('answers Plain while the loan is remembered', async () => {
    const { read, keys, alarms } = await aLoan()
    expect(await read()).toEqual({ _tag: 'Plain', value })
    expect(await read(keys)).toEqual({ _tag: 'Plain', value })
    expect(alarms).toEqual([])
  })

  it('answers Erased from the moment the log says so, whatever keys are left or at hand', async () => {
    const { read, keys, ended, loan, alarms } = await aLoan()
    ended.add(loan.scope)
    expect(await read()).toEqual({ _tag: 'Erased' })
    expect(await read(keys)).toEqual({ _tag: 'Erased' })
    expect(alarms).toEqual([])
  })

  it('answers Erased for a loan whose borrower is erased', async () => {
    const { read, keys, ended, borrower, alarms } = await aLoan()
    ended.add(borrower)
    expect(await read()).toEqual({ _tag: 'Erased' })
    expect(await read(keys)).toEqual({ _tag: 'Erased' })
    expect(alarms).toEqual([])
  })

  it('answers Erased, and nothing else, after the keys are destroyed as well', async () => {
    const { read, store, ended, loan, alarms } = await aLoan()
    ended.add(loan.scope)
    await store.fence([loan], certificate)()
    expect(await read()).toEqual({ _tag: 'Erased' })
    expect(alarms).toEqual([])
  })

  it('answers Unavailable, never Erased, when the key is missing without an erasure in the log', async () => {
    const { read, store, loan, alarms } = await aLoan()
    await store.remove([loan.scope])()
    expect(await read()).toEqual(unavailableAnswer)
    expect(alarms).toEqual(['KeyMissing'])
  })

  it('answers Unavailable, never Erased, for a row that someone fenced by hand', async () => {
    const { read, store, loan, alarms } = await aLoan()
    await store.fence([loan], certificate)()
    expect(await read()).toEqual(unavailableAnswer)
    expect(alarms).toEqual(['FencedWithoutErasure'])
  })

  it('answers Erased although someone removed the fence and put an old row back', async () => {
    const { read, store, ended, loan, ring } = await aLoan()
    const old = await rowOf(store, loan.scope)
    ended.add(loan.scope)
    const restored = memoryKeyStore(ring.library)
    await restored.insert([old])()
    const elsewhere = keysInHand({ ring, store: restored })
    elsewhere.ended.add(loan.scope)
    expect(await read(elsewhere.keys)).toEqual({ _tag: 'Erased' })
  })

  it('answers Unavailable with the key store of another library, or without its epoch', async () => {
    const { read, ring, store, alarms } = await aLoan()
    const wrong = keysInHand({ ring, store: memoryKeyStore(randomUUID()) })
    expect(await read(wrong.keys)).toEqual(unavailableAnswer)
    expect(wrong.alarms).toEqual(['WrongKeyStore'])
    await ring.begin()
    await ring.destroy(1)()
    expect(await read(keysInHand({ ring, store }).keys)).toEqual(unavailableAnswer)
    expect(alarms).toEqual([])
  })

  it('answers Unavailable with a key store of the same library that has other keys or none', async () => {
    const { read, ring } = await aLoan()
    const empty = keysInHand({ ring, store: memoryKeyStore(ring.library) })
    expect(await read(empty.keys)).toEqual(unavailableAnswer)
    expect(empty.alarms).toEqual(['KeyMissing'])
  })

  it('answers Unavailable when the key store does not answer', async () => {
    const { read, ring, store } = await aLoan()
    const silent = keysInHand({ ring, store: { ...store, read: () => () => Promise.resolve(E.left(unavailable(''))) } })
    expect(await read(silent.keys)).toEqual(unavailableAnswer)
    expect(silent.alarms).toEqual(['KeyStoreUnavailable'])
  })

  it('answers Corrupt when the row of another scope was copied over its own', async () => {
    const { read, keys, store, loan, alarms } = await aLoan()
    const other = anyScope()
    await keys.make([{ scope: other, class: 'loan' }])()
    await store.replace([{ ...(await rowOf(store, other)), scope: loan.scope }])()
    expect(await read()).toEqual(expect.objectContaining({ _tag: 'Corrupt' }))
    expect(alarms).toEqual(['RowNotAuthentic'])
  })

  it.each(['version', 'epoch', 'wrapped', 'class'] as const)(
    'answers no value when the %s of a row is changed',
    async (member) => {
      const { read, ring, store, loan, borrower } = await aLoan()
      await ring.begin()
      const row = await rowOf(store, loan.scope)
      const wrapped = Buffer.from(row.wrapped)
      wrapped.writeUInt8(wrapped.readUInt8(30) ^ 1, 30)
      const changed = { version: 2, epoch: 2, wrapped, class: 'fee' as const }
      const tampered = memoryKeyStore(ring.library)
      await tampered.insert([await rowOf(store, borrower), { ...row, [member]: changed[member] }])()
      const hand = keysInHand({ ring, store: tampered })
      expect(await read(hand.keys)).toEqual(expect.objectContaining({ _tag: 'Corrupt' }))
      expect(hand.alarms).toEqual(['RowNotAuthentic'])
    },
  )

  it('answers Corrupt, and raises an alarm, when the sealed bytes were changed', async () => {
    const { anotherProcess, loan, sealed, alarms } = await aLoan()
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(60) ^ 1, 60)
    expect(await anotherProcess().open(aPlace(), changed, [loan])()).toEqual([
      expect.objectContaining({ _tag: 'Corrupt' }),
    ])
    expect(alarms).toEqual(['PartCorrupt'])
  })

  it('names no scope in what it says of an error', async () => {
    const { read, store, loan } = await aLoan()
    await store.remove([loan.scope])()
    expect(JSON.stringify(await read())).not.toContain(loan.scope)
  })
})
