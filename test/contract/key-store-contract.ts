import * as E from 'fp-ts/Either'
import type { CertificateId, ScopeId } from '../../domain/values/ids'
import type { PartScope } from '../../domain/ports/scope-keys'
import type { LivingKeyRow } from '../../retention/keys/key-row'
import type { KeyStore } from '../../retention/keys/key-store'

const library = '0b5c7a52-54a5-4d0f-8d6e-f1c7a4d6d001'
const scope = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as ScopeId
const certificate = (number: number) => `11111111-0000-4000-8000-${String(number).padStart(12, '0')}` as CertificateId
const row = (number: number, filling = number): LivingKeyRow => ({
  _tag: 'Living',
  scope: scope(number),
  class: 'loan',
  version: 1,
  epoch: 3,
  wrapped: new Uint8Array(105).fill(filling),
  fingerprint: new Uint8Array(16).fill(filling),
})
const part = (number: number): PartScope => ({ scope: scope(number), class: 'loan' })
const fenced = (number: number, by: number) => ({
  _tag: 'Fenced',
  scope: scope(number),
  class: 'loan',
  certificate: certificate(by),
})

/** A row with bytes as plain numbers, for comparisons between kinds of buffers. */
const plainRow = (found: object): object =>
  Object.fromEntries(
    Object.entries(found).map(([name, value]): [string, unknown] => [
      name,
      value instanceof Uint8Array ? Array.from(value) : value,
    ]),
  )

/** The contract of every key store. `make` makes an empty one for a library. */
export const keyStoreContract = (name: string, make: (library: string) => KeyStore | Promise<KeyStore>): void => {
  describe(`a key store (${name})`, () => {
    let store: KeyStore
    beforeEach(async () => {
      store = await make(library)
    })
    afterEach(() => store.close())
    const rightOf = async <A>(answer: () => Promise<E.Either<unknown, A>>): Promise<A> => {
      const outcome = await answer()
      if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
      return outcome.right
    }
    const readAll = async (...numbers: ReadonlyArray<number>) =>
      (await rightOf(store.read(numbers.map(scope)))).map(plainRow)

    it('has the id of its library', () => {
      expect(store.library).toBe(library)
    })

    it('reads the rows that were inserted, and leaves out scopes without a row', async () => {
      await rightOf(store.insert([row(1), row(2)]))
      expect(await readAll(1, 2, 9)).toEqual([plainRow(row(1)), plainRow(row(2))])
    })

    it('refuses a second key of a scope, and then inserts none of the rows', async () => {
      await rightOf(store.insert([row(1)]))
      expect(await store.insert([row(2), row(1, 7), row(3)])()).toEqual(E.left({ _tag: 'Exists', scopes: [scope(1)] }))
      expect(await readAll(1, 2, 3)).toEqual([plainRow(row(1))])
    })

    it('inserts the rows of other callers when one caller is refused', async () => {
      await rightOf(store.insert([row(1)]))
      const outcomes = await Promise.all([
        store.insert([row(2)])(),
        store.insert([row(3), row(1)])(),
        store.insert([row(4)])(),
      ])
      expect(outcomes.map(E.isRight)).toEqual([true, false, true])
      expect(await readAll(1, 2, 3, 4)).toEqual([row(1), row(2), row(4)].map(plainRow))
    })

    it('lets one of two callers insert a scope that both bring at the same time', async () => {
      const outcomes = await Promise.all([
        store.insert([row(1), row(2)])(),
        store.insert([row(2, 7), row(3)])(),
        store.insert([row(4)])(),
      ])
      expect(outcomes.filter(E.isLeft)).toEqual([E.left({ _tag: 'Exists', scopes: [scope(2)] })])
      expect(await readAll(2, 4)).toHaveLength(2)
      expect(await readAll(1, 3)).toHaveLength(1)
    })

    it('destroys the keys of fenced scopes and refuses new keys for them', async () => {
      await rightOf(store.insert([row(1), row(2)]))
      await rightOf(store.fence([part(1)], certificate(5)))
      expect(await readAll(1)).toEqual([expect.objectContaining(fenced(1, 5))])
      expect(E.isLeft(await store.insert([row(1)])())).toBe(true)
      expect(await readAll(2)).toEqual([plainRow(row(2))])
    })

    it('keeps the fingerprint of a destroyed key', async () => {
      await rightOf(store.insert([row(1)]))
      await rightOf(store.fence([part(1)], certificate(5)))
      expect(await readAll(1)).toEqual([expect.objectContaining({ fingerprint: Array<number>(16).fill(1), epoch: 3 })])
    })

    it('has the certificate under which a scope was fenced last: the log decides which run erased it', async () => {
      await rightOf(store.insert([row(1)]))
      await rightOf(store.fence([part(1)], certificate(5)))
      await rightOf(store.fence([part(1)], certificate(6)))
      expect(await readAll(1)).toEqual([expect.objectContaining(fenced(1, 6))])
    })

    it('fences a scope that never had a key', async () => {
      await rightOf(store.fence([part(1)], certificate(5)))
      expect(await readAll(1)).toEqual([expect.objectContaining(fenced(1, 5))])
      expect(E.isLeft(await store.insert([row(1)])())).toBe(true)
    })

    it('truncates its write-ahead log', async () => {
      await rightOf(store.insert([row(1)]))
      expect(await store.checkpointTruncate()).toEqual(E.right(undefined))
    })

    it('lists all rows by scope id, a page at a time', async () => {
      await rightOf(store.insert([row(3), row(1)]))
      await rightOf(store.fence([part(2)], certificate(5)))
      const first = await rightOf(store.page(undefined, 2))
      const second = await rightOf(store.page(scope(2), 2))
      expect([first, second].map((page) => page.map((found) => found.scope))).toEqual([
        [scope(1), scope(2)],
        [scope(3)],
      ])
    })

    it('lists living rows by scope id, a page at a time', async () => {
      await rightOf(store.insert([row(4), row(3), row(1)]))
      await rightOf(store.fence([part(2), part(3)], certificate(5)))
      const first = await rightOf(store.livingPage(undefined, 1))
      const second = await rightOf(store.livingPage(scope(1), 5))
      expect([first, second].map((page) => page.map((found) => found.scope))).toEqual([[scope(1)], [scope(4)]])
    })

    it('lists the scopes of living rows by scope id, a page at a time, without their keys', async () => {
      await rightOf(store.insert([row(4), row(3), row(1)]))
      await rightOf(store.fence([part(2), part(3)], certificate(5)))
      expect(await rightOf(store.livingScopes(undefined, 1))).toEqual([part(1)])
      expect(await rightOf(store.livingScopes(scope(1), 5))).toEqual([part(4)])
      expect(await rightOf(store.livingScopes(scope(4), 5))).toEqual([])
    })

    it('replaces living rows, and never a fenced one', async () => {
      await rightOf(store.insert([row(1), row(2)]))
      await rightOf(store.fence([part(2)], certificate(5)))
      await rightOf(store.replace([row(1, 8), row(2, 8), row(3, 8)]))
      expect(await readAll(1, 2, 3)).toEqual([plainRow(row(1, 8)), expect.objectContaining(fenced(2, 5))])
    })

    it('removes living rows, and never a fenced one', async () => {
      await rightOf(store.insert([row(1), row(2)]))
      await rightOf(store.fence([part(2)], certificate(5)))
      await rightOf(store.remove([scope(1), scope(2), scope(3)]))
      expect(await readAll(1, 2, 3)).toEqual([expect.objectContaining(fenced(2, 5))])
    })

    it('says which is the oldest epoch of a living key', async () => {
      expect(await rightOf(store.oldestEpoch)).toBeUndefined()
      await rightOf(store.insert([row(1), { ...row(2), epoch: 5 }]))
      expect(await rightOf(store.oldestEpoch)).toBe(3)
      await rightOf(store.fence([part(1)], certificate(5)))
      expect(await rightOf(store.oldestEpoch)).toBe(5)
    })

    it('inserts no row of an epoch before the oldest that it accepts, and never goes back', async () => {
      await rightOf(store.insert([row(1)]))
      await rightOf(store.refuseEpochsBefore(4))
      await rightOf(store.refuseEpochsBefore(2))
      const refused = await store.insert([{ ...row(2), epoch: 4 }, row(3)])()
      expect(refused).toEqual(E.left({ _tag: 'EpochIsRetired' }))
      expect(await readAll(1, 2, 3)).toEqual([plainRow(row(1))])
      await rightOf(store.insert([{ ...row(2), epoch: 4 }]))
      expect(await readAll(2)).toHaveLength(1)
    })

    it('inserts the rows of other callers when the epoch of one is refused', async () => {
      await rightOf(store.refuseEpochsBefore(4))
      const outcomes = await Promise.all([store.insert([{ ...row(1), epoch: 4 }])(), store.insert([row(2)])()])
      expect(outcomes).toEqual([E.right(undefined), E.left({ _tag: 'EpochIsRetired' })])
      expect(await readAll(1, 2)).toHaveLength(1)
    })

    it('leaves no epoch with a destroyed key of persons, because it would tell the day', async () => {
      await rightOf(store.insert([{ ...row(1), class: 'borrower' }]))
      await rightOf(store.fence([{ ...part(1), class: 'borrower' }], certificate(5)))
      expect(await readAll(1)).toEqual([expect.objectContaining({ _tag: 'Fenced', epoch: 0 })])
    })

    it('counts living and fenced rows', async () => {
      await rightOf(store.insert([row(1), row(2), row(3)]))
      await rightOf(store.fence([part(2)], certificate(5)))
      expect(await rightOf(store.count)).toEqual({ living: 2, fenced: 1 })
    })
  })
}
