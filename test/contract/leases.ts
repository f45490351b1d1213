import * as O from 'fp-ts/Option'
import type { Lease, Leases } from '../../domain/ports/leases'
import { right } from '../fixtures/right'

/** Leases as two processes see them, and how to let so many ms pass. */
export interface LeasesUnderTest {
  readonly one: Leases
  readonly other: Leases
  readonly pass: (ms: number) => Promise<void>
}

const taken = async (leases: Leases, name: string): Promise<Lease> => {
  const lease = right(await leases.take(name)())
  if (O.isNone(lease)) throw new Error('somebody else has it')
  return lease.value
}

/** What leases promise, whoever keeps them. `make` gives leases of a length in ms. */
export const leasesContract = (name: string, length: number, make: () => Promise<LeasesUnderTest>): void => {
  describe(`leases: ${name}`, () => {
    let given: LeasesUnderTest
    beforeEach(async () => {
      given = await make()
    })

    it('have one holder at a time, and each name its own', async () => {
      const lease = await taken(given.one, 'closing')
      expect(lease.isHeld()).toBe(true)
      expect(right(await given.other.take('closing')())).toEqual(O.none)
      expect(right(await given.one.take('closing')())).toEqual(O.none)
      expect((await taken(given.other, 'retention')).isHeld()).toBe(true)
    })

    it('have one holder when two ask at the same moment', async () => {
      const asked = Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? given.one : given.other).take('closing')())
      expect((await Promise.all(asked)).map(right).filter(O.isSome)).toHaveLength(1)
    })

    it('go to the next when they are released, with a token that has grown', async () => {
      const first = await taken(given.one, 'closing')
      await first.release()
      expect(first.isHeld()).toBe(false)
      const second = await taken(given.other, 'closing')
      expect(second.token).toBeGreaterThan(first.token)
      await first.release()
      expect(second.isHeld()).toBe(true)
      expect(right(await given.one.take('closing')())).toEqual(O.none)
    })

    it('end by themselves, and a holder that was paused finds out, by itself and where it is kept', async () => {
      const first = await taken(given.one, 'closing')
      await given.pass(length * 1.1)
      expect(first.isHeld()).toBe(false)
      const second = await taken(given.other, 'closing')
      expect(second.token).toBeGreaterThan(first.token)
      expect(await first.renew()).toBe(false)
      expect(right(await given.one.isCurrent('closing', first.token)())).toBe(false)
      expect(right(await given.one.isCurrent('closing', second.token)())).toBe(true)
    })

    it('are lost to their holder before anybody else can have them', async () => {
      const lease = await taken(given.one, 'closing')
      await given.pass(length * 0.85)
      expect(lease.isHeld()).toBe(false)
      expect(right(await given.other.take('closing')())).toEqual(O.none)
    })

    it('last as long as they are renewed', async () => {
      const lease = await taken(given.one, 'closing')
      for (let times = 0; times < 4; times += 1) {
        await given.pass(length * 0.4)
        expect(await lease.renew()).toBe(true)
      }
      expect(lease.isHeld()).toBe(true)
      expect(right(await given.other.take('closing')())).toEqual(O.none)
    })

    it('are not current before they are taken, nor once they have ended', async () => {
      expect(right(await given.one.isCurrent('closing', 1)())).toBe(false)
      const { token } = await taken(given.one, 'closing')
      expect(right(await given.other.isCurrent('closing', token)())).toBe(true)
      await given.pass(length * 1.1)
      expect(right(await given.other.isCurrent('closing', token)())).toBe(false)
    })
  })
}
