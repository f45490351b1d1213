import * as E from 'fp-ts/Either'
import type { EventId } from '../../../domain/values/ids'
import type { PartScope } from '../../../domain/ports/scope-keys'
import { makePlaintextCache, type PlainPart } from '../../../retention/keys/plaintext-cache'
import { exampleSealContext, randomScopeId, keysUnderTest } from '../../fixtures/keys-under-test'

const bytes = Uint8Array.of(1, 2, 3)
const parts = (value: unknown): ReadonlyArray<PlainPart> => [{ class: 'loan', scope: randomScopeId(), value }]
const idOf = (n: number): EventId => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as EventId

describe('the plaintext cache', () => {
  it('returns the parts of the same bytes in the same event', () => {
    const lately = makePlaintextCache()
    const sealed = parts('Night and Day')
    lately.put(exampleSealContext(), bytes, sealed)
    expect(lately.get(exampleSealContext(), Uint8Array.from(bytes))).toBe(sealed)
  })

  it.each([
    ['another log', { log: 'persons' as const }],
    ['another revision', { revision: 5 }],
    ['another event', { id: idOf(1) }],
    ['another open part', { open: '{}' }],
    ['another version', { version: 2 }],
  ])('returns nothing for %s', (_where, changed) => {
    const lately = makePlaintextCache()
    lately.put(exampleSealContext(), bytes, parts('Night and Day'))
    expect(lately.get(exampleSealContext(changed), bytes)).toBeUndefined()
  })

  it('returns nothing for other bytes, which must be decrypted', () => {
    const lately = makePlaintextCache()
    lately.put(exampleSealContext(), bytes, parts('Night and Day'))
    expect(lately.get(exampleSealContext(), Uint8Array.of(1, 2, 4))).toBeUndefined()
  })

  it('removes the oldest event when it is full', () => {
    const lately = makePlaintextCache()
    const place = (n: number) => exampleSealContext({ id: idOf(n) })
    for (let n = 0; n <= 1024; n += 1) lately.put(place(n), bytes, parts(n))
    expect(lately.get(place(0), bytes)).toBeUndefined()
    expect(lately.get(place(1), bytes)).toMatchObject([{ value: 1 }])
    expect(lately.get(place(1024), bytes)).toMatchObject([{ value: 1024 }])
  })

  it('is empty after it is cleared', () => {
    const lately = makePlaintextCache()
    lately.put(exampleSealContext(), bytes, parts('Night and Day'))
    lately.clear()
    expect(lately.get(exampleSealContext(), bytes)).toBeUndefined()
  })
})

describe('a loan with cached plaintext', () => {
  const lent = async () => {
    const hand = keysUnderTest()
    const loan: PartScope = { class: 'loan', scope: randomScopeId() }
    const borrower = randomScopeId()
    await hand.keys.createKeys([
      { scope: borrower, class: 'borrower' },
      { ...loan, parent: borrower },
    ])()
    const sealed = await hand.keys.sealParts(exampleSealContext(), [{ ...loan, value: { borrower } }])()
    if (E.isLeft(sealed)) throw new Error('the loan was not sealed')
    const read = () => hand.keys.openParts(exampleSealContext(), sealed.right, [loan])()
    return { ...hand, loan, borrower, read }
  }

  it('is opened as it was sealed', async () => {
    const { read, borrower } = await lent()
    expect(await read()).toEqual([{ _tag: 'Plain', value: { borrower } }])
  })

  it.each(['loan', 'borrower'] as const)(
    'answers Erased as soon as the log says that the %s has ended',
    async (which) => {
      const hand = await lent()
      hand.ended.add(which === 'loan' ? hand.loan.scope : hand.borrower)
      expect(await hand.read()).toEqual([{ _tag: 'Erased' }])
    },
  )

  it('is not opened without its key', async () => {
    const { read, keys, store, loan } = await lent()
    keys.evict([loan.scope])
    await store.remove([loan.scope])()
    expect(await read()).toMatchObject([{ _tag: 'Unavailable' }])
  })
})
