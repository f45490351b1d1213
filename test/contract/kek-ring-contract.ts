import { verify } from 'node:crypto'
import * as E from 'fp-ts/Either'
import type { KekRing } from '../../retention/keys/kek-ring'

const context = Buffer.from('whose it is')
const key = Buffer.alloc(32, 9)

const rightOf = async <A>(answer: () => Promise<E.Either<unknown, A>>): Promise<A> => {
  const outcome = await answer()
  if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  return outcome.right
}

/** The contract of every ring of wrapping keys. `make` makes a ring for a new library. */
export const kekRingContract = (name: string, make: () => KekRing): void => {
  describe(`a KEK ring (${name})`, () => {
    let ring: KekRing
    beforeEach(() => {
      ring = make()
    })

    it('starts with epoch 1', () => {
      expect([ring.currentEpoch(), ring.epochs()]).toEqual([1, [1]])
    })

    it('has the id of its own library', () => {
      expect(ring.library).not.toBe(make().library)
    })

    it('unwraps what it wrapped', async () => {
      const wrapped = await rightOf(ring.wrap(1, context, key))
      expect(Buffer.from(wrapped).includes(key)).toBe(false)
      expect(Buffer.from(await rightOf(ring.unwrap(1, context, wrapped)))).toEqual(key)
    })

    it('unwraps nothing that another ring wrapped', async () => {
      const wrapped = await rightOf(make().wrap(1, context, key))
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
      expect(await rightOf(ring.beginEpoch)).toBe(2)
      expect([ring.currentEpoch(), ring.epochs()]).toEqual([2, [1, 2]])
      expect(await ring.unwrap(2, context, wrapped)()).toEqual(E.left({ _tag: 'NotAuthentic' }))
      expect(Buffer.from(await rightOf(ring.unwrap(1, context, wrapped)))).toEqual(key)
    })

    it('unwraps nothing of a destroyed epoch', async () => {
      const wrapped = await rightOf(ring.wrap(1, context, key))
      await rightOf(ring.beginEpoch)
      await rightOf(ring.destroyEpoch(1))
      expect(await ring.unwrap(1, context, wrapped)()).toEqual(E.left(expect.objectContaining({ _tag: 'Unavailable' })))
      expect(ring.epochs()).toEqual([2])
      expect(await ring.destroyEpoch(1)()).toEqual(E.right(undefined))
    })

    it('never destroys the current epoch', async () => {
      expect(E.isLeft(await ring.destroyEpoch(1)())).toBe(true)
      expect(ring.epochs()).toEqual([1])
    })

    it('has a key for read models in each epoch', async () => {
      await rightOf(ring.beginEpoch)
      const first = Buffer.from(await rightOf(ring.readModelKey(1)))
      const second = Buffer.from(await rightOf(ring.readModelKey(2)))
      expect([first.length, second.length]).toEqual([32, 32])
      expect(first.equals(second)).toBe(false)
    })

    it('has a key for backups and a fingerprint in each epoch, and neither after the epoch is destroyed', async () => {
      await rightOf(ring.beginEpoch)
      for (const [derive, length] of [[ring.backupKey, 32] as const, [ring.epochFingerprint, 16] as const]) {
        const [first, second] = [Buffer.from(await rightOf(derive(1))), Buffer.from(await rightOf(derive(2)))]
        expect([first.length, second.length, first.equals(second)]).toEqual([length, length, false])
        expect(Buffer.from(await rightOf(derive(1))).equals(first)).toBe(true)
      }
      await rightOf(ring.destroyEpoch(1))
      expect([E.isLeft(await ring.backupKey(1)()), E.isLeft(await ring.epochFingerprint(1)())]).toEqual([true, true])
    })

    it('signs so that anyone with its public key can verify', async () => {
      const statement = Buffer.from('what was erased')
      const signature = await rightOf(ring.sign(statement))
      expect(verify(null, statement, ring.verifyingKey, signature)).toBe(true)
      expect(verify(null, Buffer.from('something else'), ring.verifyingKey, signature)).toBe(false)
    })
  })
}
