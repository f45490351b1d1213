import * as fc from 'fast-check'
import type { ShortTermStore } from '../../domain/ports/short-term-store'
import type { KekRing } from '../../retention/keys/kek-ring'
import { createShortTermStore } from '../../retention/short-term/create-short-term-store'
import type { ShortTermRow, ShortTermRows } from '../../retention/short-term/short-term-rows'
import { createMemoryKekRing } from '../../adapters/stores/kek-ring/memory/memory-kek-ring'
import { rightOrThrow } from '../fixtures/right-or-throw'

/** The rows of one store as two processes reach them. */
export interface ShortTermRowsUnderTest {
  readonly one: ShortTermRows
  readonly other: ShortTermRows
}

const minute = 60_000
const quarterHour = 15 * minute
const link = { kind: 'link to verify an e-mail', id: 'token' } as const
const ofAnna = { subject: 'anna', lastsMs: 60 * minute }
const today = '2026-01-05' as never

/** The contract of the short-term store, whatever holds its rows. */
export const shortTermStoreContract = (name: string, make: () => Promise<ShortTermRowsUnderTest>): void => {
  describe(`the short-term store: ${name}`, () => {
    let now: number
    let rows: ShortTermRows
    let ring: KekRing
    let [one, other]: ReadonlyArray<ShortTermStore> = []
    beforeEach(async () => {
      now = 1000 * quarterHour + 1
      const made = await make()
      rows = made.one
      ring = createMemoryKekRing()
      const machineTime = () => now
      one = createShortTermStore({ ring, rows: made.one, machineTime })
      other = createShortTermStore({ ring, rows: made.other, machineTime })
    })
    const stored = async (): Promise<ReadonlyArray<ShortTermRow>> => rightOrThrow(await rows.all())
    const put = async (store: ShortTermStore, value: string, id = 'token') =>
      rightOrThrow(await store.put({ ...link, id, ...ofAnna, value })())
    const get = async (store: ShortTermStore, id = 'token') => rightOrThrow(await store.get({ ...link, id })())
    const take = async (store: ShortTermStore) => rightOrThrow(await store.take(link)())
    const count = async (store: ShortTermStore, id = 'card', lastsMs = 15 * minute) =>
      rightOrThrow(await store.countUpTo(5, { kind: 'wrong PINs', id, subject: null, lastsMs })())

    it('answers in one process what was put in another, by kind and id', async () => {
      await put(one!, 'first')
      await put(one!, 'second')
      expect(await get(other!)).toBe('second')
      expect(await get(other!, 'another token')).toBeUndefined()
      expect(rightOrThrow(await other!.get({ ...link, kind: 'owner of a link' })())).toBeUndefined()
    })

    it('has an entry until its end, rounded up to a quarter-hour, and removes it then', async () => {
      await put(one!, 'value')
      now = 1000 * quarterHour + 5 * quarterHour - 1
      expect(await get(one!)).toBe('value')
      now += 1
      expect([await get(one!), await take(one!)]).toEqual([undefined, undefined])
      await put(one!, 'value')
      now += 5 * quarterHour
      await put(one!, 'later', 'another token')
      rightOrThrow(await one!.rewrite())
      expect([(await stored()).length, await get(other!, 'another token')]).toEqual([1, 'later'])
    })

    it('gives an entry that is taken to one of those who ask at the same time', async () => {
      await put(one!, 'value')
      const taken = await Promise.all(Array.from({ length: 10 }, (_, at) => take(at % 2 === 0 ? one! : other!)))
      expect(taken.filter((value) => value !== undefined)).toEqual(['value'])
      expect(await get(one!)).toBeUndefined()
    })

    it('counts callers of all processes at the same time, up to the limit', async () => {
      const counted = await Promise.all(Array.from({ length: 30 }, (_, at) => count(at % 2 === 0 ? one! : other!)))
      expect(counted.filter((isCounted) => isCounted)).toHaveLength(5)
      expect([await count(one!), await count(other!), await count(one!, 'another card')]).toEqual([false, false, true])
      rightOrThrow(await other!.remove({ kind: 'wrong PINs', id: 'card' })())
      expect(await count(one!)).toBe(true)
    })

    it('counts anew when the time since the last count is over; refused callers do not make it longer', async () => {
      for (let time = 0; time < 5; time += 1) expect(await count(one!)).toBe(true)
      now += 2 * quarterHour - 2
      expect(await count(other!)).toBe(false)
      now += 1
      for (let time = 0; time < 5; time += 1) expect(await count(other!)).toBe(true)
      expect(await count(one!)).toBe(false)
    })

    it('forgets all entries of a subject, and none of another', async () => {
      for (const id of ['1', '2', '3']) await put(one!, id, id)
      rightOrThrow(await one!.put({ ...link, ...ofAnna, subject: 'bo', value: 'of bo' })())
      expect(rightOrThrow(await other!.countOfSubject('anna')())).toBe(3)
      rightOrThrow(await other!.removeOfSubject('anna')())
      expect(rightOrThrow(await one!.countOfSubject('anna')())).toBe(0)
      expect([await get(one!, '1'), await get(one!)]).toEqual([undefined, 'of bo'])
    })

    it('lists the entries of a kind that have not ended, whoever put them, in the same order whatever came first', async () => {
      const list = async (store: ShortTermStore) => rightOrThrow(await store.list(link.kind)())
      const ids = ['1', '2', '3', '4', '5']
      rightOrThrow(await one!.put({ kind: 'owner of a link', id: '1', ...ofAnna, value: 'of another kind' })())
      await count(one!)
      for (const id of ids) await put(id === '3' ? other! : one!, `value ${id}`, id)
      const listed = await list(other!)
      expect([...listed].sort((a, b) => a.value.localeCompare(b.value))).toEqual(
        ids.map((id) => ({ key: { ...link, id }, subject: 'anna', value: `value ${id}` })),
      )
      rightOrThrow(await one!.removeOfSubject('anna')())
      for (const id of [...ids].reverse()) await put(one!, `value ${id}`, id)
      expect(await list(one!)).toEqual(listed)
      now += 5 * quarterHour
      expect(await list(one!)).toEqual([])
    })

    it('lists an entry of an earlier epoch once, until that epoch is destroyed', async () => {
      const values = async () => rightOrThrow(await other!.list(link.kind)()).map(({ value }) => value)
      await put(one!, 'of epoch 1')
      rightOrThrow(await ring.beginEpoch(today)())
      rightOrThrow(await ring.retireEpoch(1, today)())
      expect(await values()).toEqual(['of epoch 1'])
      await put(one!, 'again')
      await put(one!, 'of epoch 2', 'new token')
      expect((await values()).sort()).toEqual(['again', 'of epoch 2'])
      rightOrThrow(await ring.destroyEpoch(1, today)())
      expect((await values()).sort()).toEqual(['again', 'of epoch 2'])
    })

    it('finds an entry of an earlier epoch until its end, and not once that epoch is destroyed', async () => {
      await put(one!, 'of epoch 1')
      for (let time = 0; time < 3; time += 1) await count(one!)
      rightOrThrow(await ring.beginEpoch(today)())
      rightOrThrow(await ring.retireEpoch(1, today)())
      expect(await get(other!)).toBe('of epoch 1')
      expect([await count(one!), await count(other!), await count(one!)]).toEqual([true, true, false])
      await put(one!, 'of epoch 2', 'new token')
      rightOrThrow(await ring.destroyEpoch(1, today)())
      expect([await get(one!), await get(one!, 'new token')]).toEqual([undefined, 'of epoch 2'])
      expect(rightOrThrow(await one!.countOfSubject('anna')())).toBe(1)
    })

    it('replaces an entry of an earlier epoch', async () => {
      await put(one!, 'of epoch 1')
      rightOrThrow(await ring.beginEpoch(today)())
      await put(one!, 'of epoch 2')
      expect([await take(one!), await take(one!)]).toEqual(['of epoch 2', undefined])
    })

    it('does not open what was moved to another id, or to a later end', async () => {
      await put(one!, 'of anna')
      await put(one!, 'of bo', 'token of bo')
      const [first, second] = await stored()
      const later = { ...first!, endsAt: first!.endsAt + 1 }
      for (const moved of [{ ...first!, content: second!.content }, later]) {
        rightOrThrow(await rows.put(moved)())
        const found = [await get(one!), await get(one!, 'token of bo')]
        expect(found.filter((value) => value !== undefined)).toHaveLength(1)
      }
    })

    it('stores rows of one size that hold neither kind, id, subject nor value', async () => {
      await put(one!, 'anna@example.dk')
      await count(one!)
      const all = await stored()
      expect(new Set(all.map(({ content }) => content.length)).size).toBe(1)
      const bytes = Buffer.concat(all.flatMap(({ id, content }) => [id, content])).toString('latin1')
      for (const text of ['anna', 'token', 'card', 'link', 'PINs']) expect(bytes).not.toContain(text)
    })

    it('keeps every entry when its rows are rewritten, and leaves them in the same order whatever came first', () =>
      fc.assert(
        fc.asyncProperty(fc.uniqueArray(fc.uuid(), { maxLength: 8 }), async (ids) => {
          const orderAfter = async (order: ReadonlyArray<string>) => {
            rightOrThrow(await one!.removeOfSubject('anna')())
            for (const id of order) await put(one!, id, id)
            rightOrThrow(await one!.rewrite())
            for (const id of ids) expect(await get(other!, id)).toBe(id)
            return (await stored()).map(({ id }) => Buffer.from(id).toString('hex'))
          }
          const order = await orderAfter(ids)
          expect(await orderAfter([...ids].reverse())).toEqual(order)
        }),
        { numRuns: 10 },
      ))
  })
}
