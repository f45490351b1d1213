import type { Day } from '../../../domain/values/day'
import { randomUUID } from 'node:crypto'
import * as E from 'fp-ts/Either'
import type { CertificateId, ScopeId } from '../../../domain/values/ids'
import type { OpenedPart, PartScope } from '../../../domain/ports/scope-keys'
import { createMemoryKeyStore } from '../../../adapters/stores/keystore/memory/memory-key-store'
import type { LivingKeyRow } from '../../../retention/keys/key-row'
import type { KeyStore } from '../../../retention/keys/key-store'
import { keysUnavailable } from '../../../retention/keys/keys-unavailable'
import { exampleSealContext, randomScopeId, keysUnderTest } from '../../fixtures/keys-under-test'

const today = '2026-03-05' as Day

const value = { borrower: randomUUID(), dueOn: '2026-12-20' }
const certificate = randomUUID() as CertificateId
const unavailableAnswer = expect.objectContaining({ _tag: 'Unavailable' }) as unknown

/** A sealed loan of a borrower; `read` opens it as a process without cached keys does. */
const aLoan = async (over: Parameters<typeof keysUnderTest>[0] = {}) => {
  const hand = keysUnderTest(over)
  const borrower = randomScopeId()
  const loan: PartScope = { class: 'loan', scope: randomScopeId() }
  const made = await hand.keys.createKeys([
    { scope: loan.scope, class: 'loan', parent: borrower },
    { scope: borrower, class: 'borrower' },
  ])()
  const sealed = await hand.keys.sealParts(exampleSealContext(), [{ ...loan, value }])()
  if (E.isLeft(made) || E.isLeft(sealed)) throw new Error('the loan was not sealed')
  const read = async (keys = hand.anotherProcess()): Promise<OpenedPart | undefined> =>
    (await keys.openParts(exampleSealContext(), sealed.right, [loan])())[0]
  return { ...hand, borrower, loan, sealed: sealed.right, read }
}
const rowOf = async (store: KeyStore, scope: ScopeId): Promise<LivingKeyRow> => {
  const rows = await store.read([scope])()
  if (E.isRight(rows) && rows.right[0]?._tag === 'Living') return rows.right[0]
  throw new Error('there is no living row')
}

describe('opening a sealed part', () => {
  it('answers Plain while the loan is not forgotten', async () => {
    const { read, keys, alarms } = await aLoan()
    expect(await read()).toEqual({ _tag: 'Plain', value })
    expect(await read(keys)).toEqual({ _tag: 'Plain', value })
    expect(alarms).toEqual([])
  })

  it('answers Erased as soon as the log says so, whatever keys are stored or cached', async () => {
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

  it('still answers Erased after the keys are destroyed', async () => {
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

  it('answers Unavailable, never Erased, for a row that somebody fenced by hand', async () => {
    const { read, store, loan, alarms } = await aLoan()
    await store.fence([loan], certificate)()
    expect(await read()).toEqual(unavailableAnswer)
    expect(alarms).toEqual(['FencedWithoutErasure'])
  })

  it('answers Erased although somebody has replaced the fenced row by an old one', async () => {
    const { read, store, ended, loan, ring } = await aLoan()
    const old = await rowOf(store, loan.scope)
    ended.add(loan.scope)
    const restored = createMemoryKeyStore(ring.library)
    await restored.insert([old])()
    const elsewhere = keysUnderTest({ ring, store: restored })
    elsewhere.ended.add(loan.scope)
    expect(await read(elsewhere.keys)).toEqual({ _tag: 'Erased' })
  })

  it('answers Unavailable with the key store of another library, or without its epoch', async () => {
    const { read, ring, store, alarms } = await aLoan()
    const wrong = keysUnderTest({ ring, store: createMemoryKeyStore(randomUUID()) })
    expect(await read(wrong.keys)).toEqual(unavailableAnswer)
    expect(wrong.alarms).toEqual(['WrongKeyStore'])
    await ring.beginEpoch(today)()
    await ring.retireEpoch(1, today)()
    await ring.destroyEpoch(1, today)()
    expect(await read(keysUnderTest({ ring, store }).keys)).toEqual(unavailableAnswer)
    expect(alarms).toEqual([])
  })

  it('answers Unavailable with a key store of the same library that has other keys or none', async () => {
    const { read, ring } = await aLoan()
    const empty = keysUnderTest({ ring, store: createMemoryKeyStore(ring.library) })
    expect(await read(empty.keys)).toEqual(unavailableAnswer)
    expect(empty.alarms).toEqual(['KeyMissing'])
  })

  it('answers Unavailable when the key store does not answer', async () => {
    const { read, ring, store } = await aLoan()
    const silent = keysUnderTest({
      ring,
      store: { ...store, read: () => () => Promise.resolve(E.left(keysUnavailable(''))) },
    })
    expect(await read(silent.keys)).toEqual(unavailableAnswer)
    expect(silent.alarms).toEqual(['KeyStoreUnavailable'])
  })

  it('answers Corrupt when the row of another scope was copied over its row', async () => {
    const { read, keys, store, loan, alarms } = await aLoan()
    const other = randomScopeId()
    await keys.createKeys([{ scope: other, class: 'loan' }])()
    await store.replace([{ ...(await rowOf(store, other)), scope: loan.scope }])()
    expect(await read()).toEqual(expect.objectContaining({ _tag: 'Corrupt' }))
    expect(alarms).toEqual(['RowNotAuthentic'])
  })

  it.each(['version', 'epoch', 'wrapped', 'class'] as const)(
    'answers no value when the %s of a row is changed',
    async (member) => {
      const { read, ring, store, loan, borrower } = await aLoan()
      await ring.beginEpoch(today)()
      const row = await rowOf(store, loan.scope)
      const wrapped = Buffer.from(row.wrapped)
      wrapped.writeUInt8(wrapped.readUInt8(30) ^ 1, 30)
      const changed = { version: 2, epoch: 2, wrapped, class: 'fee' as const }
      const tampered = createMemoryKeyStore(ring.library)
      await tampered.insert([await rowOf(store, borrower), { ...row, [member]: changed[member] }])()
      const hand = keysUnderTest({ ring, store: tampered })
      expect(await read(hand.keys)).toEqual(expect.objectContaining({ _tag: 'Corrupt' }))
      expect(hand.alarms).toEqual(['RowNotAuthentic'])
    },
  )

  it('answers Corrupt, and raises an alarm, when the sealed bytes were changed', async () => {
    const { anotherProcess, loan, sealed, alarms } = await aLoan()
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(60) ^ 1, 60)
    expect(await anotherProcess().openParts(exampleSealContext(), changed, [loan])()).toEqual([
      expect.objectContaining({ _tag: 'Corrupt' }),
    ])
    expect(alarms).toEqual(['PartCorrupt'])
  })

  it('names no scope in an error', async () => {
    const { read, store, loan } = await aLoan()
    await store.remove([loan.scope])()
    expect(JSON.stringify(await read())).not.toContain(loan.scope)
  })
})
