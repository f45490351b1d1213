import type { Day } from '../../domain/values/day'
import type { KekRing } from '../../retention/keys/kek-ring'
import { rightOrThrow } from '../fixtures/right-or-throw'

const context = Buffer.from('whose it is')
const key = Buffer.alloc(32, 9)
const today = '2026-03-05' as Day
const tomorrow = '2026-03-06' as Day

/** Opens a ring as one more process does. */
type Opener = () => KekRing | Promise<KekRing>

/** The contract of every ring that several processes open. `make` makes one, and answers how a process opens it. */
export const sharedKekRingContract = (name: string, make: () => Opener | Promise<Opener>): void => {
  describe(`a KEK ring that several processes open (${name})`, () => {
    let [one, other]: readonly KekRing[] = []
    const rings = (): readonly [KekRing, KekRing] => {
      if (one === undefined || other === undefined) throw new Error('there is no ring')
      return [one, other]
    }
    beforeEach(async () => {
      const open = await make()
      ;[one, other] = [await open(), await open()]
    })
    afterEach(async () => {
      for (const ring of rings()) await ring.close()
    })

    it('has an epoch that another process has begun when it is read anew, and not before', async () => {
      const [first, second] = rings()
      rightOrThrow(await first.beginEpoch(today)())
      expect([second.epochs(), second.currentEpoch()]).toEqual([[1], 1])
      rightOrThrow(await second.reload())
      expect([second.epochs(), second.currentEpochBegunOn()]).toEqual([[1, 2], today])
      const wrapped = rightOrThrow(await first.wrap(2, context, key)())
      expect(Buffer.from(rightOrThrow(await second.unwrap(2, context, wrapped)()))).toEqual(key)
      expect(rightOrThrow(await second.readModelKey(2)())).toEqual(rightOrThrow(await first.readModelKey(2)()))
    })

    it('begins an epoch once: a process that begins it too, later, gets the same keys', async () => {
      const [first, second] = rings()
      rightOrThrow(await first.beginEpoch(today)())
      expect(rightOrThrow(await second.beginEpoch(tomorrow)())).toBe(2)
      const wrapped = rightOrThrow(await first.wrap(2, context, key)())
      expect(Buffer.from(rightOrThrow(await second.unwrap(2, context, wrapped)()))).toEqual(key)
      expect([second.currentEpochBegunOn(), await second.readModelKey(2)()]).toEqual([
        today,
        await first.readModelKey(2)(),
      ])
    })

    it('begins no epoch anew that another process has begun and retired meanwhile', async () => {
      const [first, second] = rings()
      for (const next of [2, 3]) {
        rightOrThrow(await first.beginEpoch(today)())
        rightOrThrow(await first.retireEpoch(next - 1, today)())
      }
      expect(await second.beginEpoch(tomorrow)()).toMatchObject({ left: { _tag: 'Unavailable' } })
      rightOrThrow(await second.reload())
      expect([second.epochs(), second.retiredEpochs()]).toEqual([[3], first.retiredEpochs()])
      expect(rightOrThrow(await second.beginEpoch(tomorrow)())).toBe(4)
    })

    it('drops what another process has retired and destroyed when it is read anew', async () => {
      const [first, second] = rings()
      const wrapped = rightOrThrow(await second.wrap(1, context, key)())
      rightOrThrow(await first.beginEpoch(today)())
      rightOrThrow(await first.retireEpoch(1, today)())
      rightOrThrow(await second.reload())
      expect([second.epochs(), second.retiredEpochs()]).toEqual([[2], first.retiredEpochs()])
      expect(await second.unwrap(1, context, wrapped)()).toMatchObject({ left: { _tag: 'Unavailable' } })
      rightOrThrow(await first.destroyEpoch(1, tomorrow)())
      rightOrThrow(await second.reload())
      expect(await second.unwrapFromEscrow(1, context, wrapped)()).toMatchObject({ left: { _tag: 'Unavailable' } })
      rightOrThrow(await first.removeEpochRecord(1)())
      rightOrThrow(await second.reload())
      expect(second.retiredEpochs()).toEqual([])
    })

    it('retires an epoch that another process has retired already without a difference, once it is read anew', async () => {
      const [first, second] = rings()
      rightOrThrow(await first.beginEpoch(today)())
      rightOrThrow(await second.reload())
      rightOrThrow(await first.retireEpoch(1, today)())
      rightOrThrow(await second.reload())
      rightOrThrow(await second.retireEpoch(1, tomorrow)())
      expect(second.retiredEpochs()).toEqual(first.retiredEpochs())
    })
  })
}
