import * as O from 'fp-ts/Option'
import type { Lease, Leases } from '../../domain/ports/leases'
import { rightOrThrow } from '../fixtures/right-or-throw'

/** Leases as two processes see them, and a way to let time pass. */
export interface LeasesUnderTest {
  readonly one: Leases
  readonly other: Leases
  readonly pass: (ms: number) => Promise<void>
}

const takeOrThrow = async (leases: Leases, name: string): Promise<Lease> => {
  const lease = rightOrThrow(await leases.acquire(name)())
  if (O.isNone(lease)) throw new Error('another process holds the lease')
  return lease.value
}

/** The contract of leases. `length` is the length of a lease in ms. */
export const leasesContract = (name: string, length: number, make: () => Promise<LeasesUnderTest>): void => {
  describe(`leases: ${name}`, () => {
    let leases: LeasesUnderTest
    beforeEach(async () => {
      leases = await make()
    })

    it('have one holder at a time for each name', async () => {
      const lease = await takeOrThrow(leases.one, 'closing')
      expect(lease.isHeld()).toBe(true)
      expect(rightOrThrow(await leases.other.acquire('closing')())).toEqual(O.none)
      expect(rightOrThrow(await leases.one.acquire('closing')())).toEqual(O.none)
      expect((await takeOrThrow(leases.other, 'retention')).isHeld()).toBe(true)
    })

    it('have one holder when two processes ask at the same moment', async () => {
      const attempts = Array.from({ length: 10 }, (_, at) =>
        (at % 2 === 0 ? leases.one : leases.other).acquire('closing')(),
      )
      expect((await Promise.all(attempts)).map(rightOrThrow).filter(O.isSome)).toHaveLength(1)
    })

    it('go to another process when they are released, with a higher token', async () => {
      const first = await takeOrThrow(leases.one, 'closing')
      await first.release()
      expect(first.isHeld()).toBe(false)
      const second = await takeOrThrow(leases.other, 'closing')
      expect(second.token).toBeGreaterThan(first.token)
      await first.release()
      expect(second.isHeld()).toBe(true)
      expect(rightOrThrow(await leases.one.acquire('closing')())).toEqual(O.none)
    })

    it('expire, and a holder that was paused finds out from its own clock and from the store', async () => {
      const first = await takeOrThrow(leases.one, 'closing')
      await leases.pass(length * 1.1)
      expect(first.isHeld()).toBe(false)
      const second = await takeOrThrow(leases.other, 'closing')
      expect(second.token).toBeGreaterThan(first.token)
      expect(await first.renew()).toBe(false)
      expect(rightOrThrow(await leases.one.isCurrent('closing', first.token)())).toBe(false)
      expect(rightOrThrow(await leases.one.isCurrent('closing', second.token)())).toBe(true)
    })

    it('expire for their holder before another process can take them', async () => {
      const lease = await takeOrThrow(leases.one, 'closing')
      await leases.pass(length * 0.85)
      expect(lease.isHeld()).toBe(false)
      expect(rightOrThrow(await leases.other.acquire('closing')())).toEqual(O.none)
    })

    it('last as long as they are renewed', async () => {
      const lease = await takeOrThrow(leases.one, 'closing')
      for (let times = 0; times < 4; times += 1) {
        await leases.pass(length * 0.4)
        expect(await lease.renew()).toBe(true)
      }
      expect(lease.isHeld()).toBe(true)
      expect(rightOrThrow(await leases.other.acquire('closing')())).toEqual(O.none)
    })

    it('are not current before they are taken or after they have expired', async () => {
      expect(rightOrThrow(await leases.one.isCurrent('closing', 1)())).toBe(false)
      const { token } = await takeOrThrow(leases.one, 'closing')
      expect(rightOrThrow(await leases.other.isCurrent('closing', token)())).toBe(true)
      await leases.pass(length * 1.1)
      expect(rightOrThrow(await leases.other.isCurrent('closing', token)())).toBe(false)
    })
  })
}
