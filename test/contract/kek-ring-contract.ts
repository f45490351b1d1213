import { verify } from 'node:crypto'
import * as E from 'fp-ts/Either'
import type { Day } from '../../domain/values/day'
import type { KekRing } from '../../retention/keys/kek-ring'

const context = Buffer.from('whose it is')
const key = Buffer.alloc(32, 9)
const today = '2026-03-05' as Day
const aWeekLater = '2026-03-12' as Day

const rightOf = async <A>(answer: () => Promise<E.Either<unknown, A>>): Promise<A> => {
  const outcome = await answer()
  if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  return outcome.right
}

/** The contract of every ring of wrapping keys. `make` makes a ring for a new library. */
export const kekRingContract = (name: string, makeRing: () => KekRing | Promise<KekRing>): void => {
  describe(`a KEK ring (${name})`, () => {
    let ring: KekRing
    const made: KekRing[] = []
    const make = async (): Promise<KekRing> => {
      const another = await makeRing()
      made.push(another)
      return another
    }
    beforeEach(async () => {
      ring = await make()
    })
    afterEach(async () => {
      for (const each of made.splice(0)) await each.close()
    })

    it('starts with epoch 1', () => {
      expect([ring.currentEpoch(), ring.epochs()]).toEqual([1, [1]])
    })

    it('has the id of its own library', async () => {
      expect(ring.library).not.toBe((await make()).library)
    })

    it('unwraps what it wrapped', async () => {
      const wrapped = await rightOf(ring.wrap(1, context, key))
      expect(Buffer.from(wrapped).includes(key)).toBe(false)
      expect(Buffer.from(await rightOf(ring.unwrap(1, context, wrapped)))).toEqual(key)
    })

    it('unwraps nothing that another ring wrapped', async () => {
      const wrapped = await rightOf((await make()).wrap(1, context, key))
      expect(await ring.unwrap(1, context, wrapped)()).toEqual(E.left({ _tag: 'NotAuthentic' }))
    })

    it('unwraps nothing that was bound to another context, changed or truncated', async () => {
      const wrapped = Buffer.from(await rightOf(ring.wrap(1, context, key)))
      const changed = Buffer.from(wrapped)
      changed[20] = 1 ^ (changed[20] ?? 0)
      const outcomes = await Promise.all([
        ring.unwrap(1, Buffer.from('whose it is not'), wrapped)(),
        ring.unwrap(1, context, changed)(),
        ring.unwrap(1, context, wrapped.subarray(0, 9))(),
      ])
      expect(outcomes).toEqual(outcomes.map(() => E.left({ _tag: 'NotAuthentic' })))
    })

    it('wraps with another key in the next epoch, and still unwraps keys of the epoch before', async () => {
      const wrapped = await rightOf(ring.wrap(1, context, key))
      expect(await rightOf(ring.beginEpoch(today))).toBe(2)
      expect([ring.currentEpoch(), ring.epochs()]).toEqual([2, [1, 2]])
      expect(await ring.unwrap(2, context, wrapped)()).toEqual(E.left({ _tag: 'NotAuthentic' }))
      expect(Buffer.from(await rightOf(ring.unwrap(1, context, wrapped)))).toEqual(key)
    })

    it('knows on which day its current epoch was begun', async () => {
      await rightOf(ring.beginEpoch(today))
      expect(ring.currentEpochBegunOn()).toBe(today)
    })

    it('unwraps what a retired epoch wrapped from escrow alone, until the epoch is destroyed', async () => {
      const wrapped = await rightOf(ring.wrap(1, context, key))
      await rightOf(ring.beginEpoch(today))
      await rightOf(ring.retireEpoch(1, today))
      expect([ring.epochs(), ring.retiredEpochs()]).toEqual([
        [2],
        [{ epoch: 1, supersededOn: today, retiredOn: today, destroyedOn: undefined }],
      ])
      expect(await ring.unwrap(1, context, wrapped)()).toMatchObject({ left: { _tag: 'Unavailable' } })
      expect(await ring.wrap(1, context, key)()).toMatchObject({ left: { _tag: 'Unavailable' } })
      expect(Buffer.from(await rightOf(ring.unwrapFromEscrow(1, context, wrapped)))).toEqual(key)
      await rightOf(ring.destroyEpoch(1, aWeekLater))
      expect(await ring.unwrapFromEscrow(1, context, wrapped)()).toMatchObject({ left: { _tag: 'Unavailable' } })
    })

    it('tells of a destroyed epoch until its record is removed', async () => {
      await rightOf(ring.beginEpoch(today))
      await rightOf(ring.retireEpoch(1, today))
      await rightOf(ring.destroyEpoch(1, aWeekLater))
      expect(ring.retiredEpochs()).toEqual([
        { epoch: 1, supersededOn: today, retiredOn: today, destroyedOn: aWeekLater },
      ])
      await rightOf(ring.removeEpochRecord(1))
      expect(ring.retiredEpochs()).toEqual([])
    })

    it('retires and destroys an epoch, and removes its record, twice without a difference', async () => {
      await rightOf(ring.beginEpoch(today))
      for (const on of [today, aWeekLater]) await rightOf(ring.retireEpoch(1, on))
      for (const on of [today, aWeekLater]) await rightOf(ring.destroyEpoch(1, on))
      expect(ring.retiredEpochs()).toEqual([{ epoch: 1, supersededOn: today, retiredOn: today, destroyedOn: today }])
      for (const outcome of [
        await ring.removeEpochRecord(1)(),
        await ring.removeEpochRecord(1)(),
        await ring.destroyEpoch(1, today)(),
      ])
        expect(outcome).toEqual(E.right(undefined))
    })

    it('never retires or destroys the current epoch, and destroys none that is not retired', async () => {
      expect(E.isLeft(await ring.retireEpoch(1, today)())).toBe(true)
      expect(E.isLeft(await ring.destroyEpoch(1, today)())).toBe(true)
      await rightOf(ring.beginEpoch(today))
      expect(E.isLeft(await ring.destroyEpoch(1, today)())).toBe(true)
      expect(ring.epochs()).toEqual([1, 2])
    })

    it('removes no record of an epoch whose wrapping key still exists', async () => {
      await rightOf(ring.beginEpoch(today))
      await rightOf(ring.retireEpoch(1, today))
      expect(E.isLeft(await ring.removeEpochRecord(1)())).toBe(true)
    })

    it('has no key of read models for a retired epoch', async () => {
      await rightOf(ring.beginEpoch(today))
      await rightOf(ring.retireEpoch(1, today))
      expect(E.isLeft(await ring.readModelKey(1)())).toBe(true)
    })

    it('has a key for read models in each epoch', async () => {
      await rightOf(ring.beginEpoch(today))
      const first = Buffer.from(await rightOf(ring.readModelKey(1)))
      const second = Buffer.from(await rightOf(ring.readModelKey(2)))
      expect([first.length, second.length]).toEqual([32, 32])
      expect(first.equals(second)).toBe(false)
    })

    it('has a key for backups, one for the short-term store and a fingerprint in each epoch, and none after the epoch is destroyed', async () => {
      await rightOf(ring.beginEpoch(today))
      for (const [derive, length] of [
        [ring.backupKey, 32] as const,
        [ring.shortTermKey, 32] as const,
        [ring.epochFingerprint, 16] as const,
      ]) {
        const [first, second] = [Buffer.from(await rightOf(derive(1))), Buffer.from(await rightOf(derive(2)))]
        expect([first.length, second.length, first.equals(second)]).toEqual([length, length, false])
        expect(Buffer.from(await rightOf(derive(1))).equals(first)).toBe(true)
      }
      await rightOf(ring.retireEpoch(1, today))
      expect([(await rightOf(ring.backupKey(1))).length, (await rightOf(ring.shortTermKey(1))).length]).toEqual([
        32, 32,
      ])
      await rightOf(ring.destroyEpoch(1, today))
      for (const derive of [ring.backupKey, ring.shortTermKey, ring.epochFingerprint])
        expect(E.isLeft(await derive(1)())).toBe(true)
    })

    it('signs so that anyone with its public key can verify', async () => {
      const statement = Buffer.from('what was erased')
      const signature = await rightOf(ring.sign(statement))
      expect(verify(null, statement, ring.verifyingKey, signature)).toBe(true)
      expect(verify(null, Buffer.from('something else'), ring.verifyingKey, signature)).toBe(false)
    })
  })
}
