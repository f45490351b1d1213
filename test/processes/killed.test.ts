import { expectForgotten } from './forgotten'
import { onPremises } from './premises'
import { giveBack, happens, isWell, run, takenHome, times, waitedFor } from './scene'

/** Who takes over waits for the end of a lease. */
jest.setTimeout(120_000)

onPremises(({ server, servedByTwo }) => {
  describe('a service process that is killed', () => {
    it('in the middle of a reaction leaves it to the other, which does it once', () =>
      servedByTwo(async (library) => {
        const scene = await waitedFor(library)
        const held = library.cluster.hold('CopySetAside')
        await giveBack(library.second, scene)
        const { one, other } = library.named(await held.whose)
        await one.kill()
        await happens(library, 'ReservationReady')
        held.letGo()
        expect(times(library, 'CopySetAside')).toBe(1)
        expect(times(library, 'ReservationReady')).toBe(1)
        await isWell(other)
      }))

    it('in the middle of an erasure leaves it to the other, with one certificate', () =>
      servedByTwo(async (library) => {
        await takenHome(library)
        const held = library.cluster.hold('ScopesErased')
        const broken = run(library.first).catch(() => undefined)
        const { one, other } = library.named(await held.whose)
        await one.kill()
        await broken
        expect((await run(other)).body).toMatchObject({ overdue: 0, failed: [] })
        held.letGo()
        await expectForgotten(library, other, server())
        await isWell(other)
      }))
  })
})
