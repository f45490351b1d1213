import * as E from 'fp-ts/Either'
import type { EventId } from '../../../domain/values/ids'
import type { Part } from '../../../domain/ports/keys'
import { makeLatelySealed, type PlainPart } from '../../../retention/keys/lately-sealed'
import { aPlace, anyScope, keysInHand } from '../../fixtures/keys'

const bytes = Uint8Array.of(1, 2, 3)
const parts = (value: unknown): ReadonlyArray<PlainPart> => [{ class: 'loan', scope: anyScope(), value }]
const idOf = (n: number): EventId => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as EventId

describe('what was sealed a moment ago', () => {
  it('is at hand at its very place, for its very bytes', () => {
    const lately = makeLatelySealed()
    const sealed = parts('Night and Day')
    lately.put(aPlace(), bytes, sealed)
    expect(lately.at(aPlace(), Uint8Array.from(bytes))).toBe(sealed)
  })

  it.each([
    ['another log', { log: 'persons' as const }],
    ['another revision', { revision: 5 }],
    ['another event', { id: idOf(1) }],
    ['another open part', { open: '{}' }],
    ['another version', { version: 2 }],
  ])('is not at hand at %s', (_where, changed) => {
    const lately = makeLatelySealed()
    lately.put(aPlace(), bytes, parts('Night and Day'))
    expect(lately.at(aPlace(changed), bytes)).toBeUndefined()
  })

  it('is not at hand for other bytes, which have to be deciphered', () => {
    const lately = makeLatelySealed()
    lately.put(aPlace(), bytes, parts('Night and Day'))
    expect(lately.at(aPlace(), Uint8Array.of(1, 2, 4))).toBeUndefined()
  })

  it('makes room for what is sealed later', () => {
    const lately = makeLatelySealed()
    const place = (n: number) => aPlace({ id: idOf(n) })
    for (let n = 0; n <= 1024; n += 1) lately.put(place(n), bytes, parts(n))
    expect(lately.at(place(0), bytes)).toBeUndefined()
    expect(lately.at(place(1), bytes)).toMatchObject([{ value: 1 }])
    expect(lately.at(place(1024), bytes)).toMatchObject([{ value: 1024 }])
  })

  it('is gone once everything is dropped', () => {
    const lately = makeLatelySealed()
    lately.put(aPlace(), bytes, parts('Night and Day'))
    lately.clear()
    expect(lately.at(aPlace(), bytes)).toBeUndefined()
  })
})

describe('a loan that was sealed here a moment ago', () => {
  const lent = async () => {
    const hand = keysInHand()
    const loan: Part = { class: 'loan', scope: anyScope() }
    const borrower = anyScope()
    await hand.keys.make([
      { scope: borrower, class: 'borrower' },
      { ...loan, parent: borrower },
    ])()
    const sealed = await hand.keys.seal(aPlace(), [{ ...loan, value: { borrower } }])()
    if (E.isLeft(sealed)) throw new Error('the loan was not sealed')
    const read = () => hand.keys.open(aPlace(), sealed.right, [loan])()
    return { ...hand, loan, borrower, read }
  }

  it('reads as it was sealed', async () => {
    const { read, borrower } = await lent()
    expect(await read()).toEqual([{ _tag: 'Plain', value: { borrower } }])
  })

  it.each(['loan', 'borrower'] as const)(
    'is forgotten as soon as the log says that the %s has ended',
    async (which) => {
      const hand = await lent()
      hand.ended.add(which === 'loan' ? hand.loan.scope : hand.borrower)
      expect(await hand.read()).toEqual([{ _tag: 'Erased' }])
    },
  )

  it('is not answered without its key', async () => {
    const { read, keys, store, loan } = await lent()
    keys.evict([loan.scope])
    await store.remove([loan.scope])()
    expect(await read()).toMatchObject([{ _tag: 'Unavailable' }])
  })
})
