import { lend } from '../adapters/interfaces/http/desk'
import { expectForgotten } from './forgotten'
import { onPremises } from './premises'
import { giveBack, happens, isWell, run, takenHome, times, waitedFor } from './scene'

/** Who takes over waits for the end of a lease. */
jest.setTimeout(120_000)

onPremises(({ server, servedByTwo }) => {
  describe('a service process that stands still past its lease', () => {
    it('in the middle of a reaction finds it done when it goes on, and serves', () =>
      servedByTwo(async (library) => {
        const scene = await waitedFor(library)
        const held = library.cluster.hold('ReservationReady')
        await giveBack(library.second, scene)
        const { one } = library.named(await held.whose)
        one.pause()
        await happens(library, 'ReservationReady')
        held.letGo()
        one.goOn()
        await isWell(one)
        expect((await lend(one, scene.copy, scene.bo)).status).toBe(201)
        await happens(library, 'ReservationFulfilled')
        expect((await run(one)).body).toMatchObject({ failed: [] })
        for (const type of ['CopySetAside', 'ReservationReady', 'ReservationFulfilled'])
          expect([type, times(library, type)]).toEqual([type, 1])
      }))

    it('in the middle of an erasure finds it certified when it goes on, and serves', () =>
      servedByTwo(async (library) => {
        await takenHome(library)
        const held = library.cluster.hold('ScopesErased')
        const late = run(library.first)
        const { one, other } = library.named(await held.whose)
        one.pause()
        expect((await run(other)).body).toMatchObject({ overdue: 0, failed: [] })
        held.letGo()
        one.goOn()
        expect((await late).body).toMatchObject({ overdue: 0, failed: [] })
        await isWell(one)
        await expectForgotten(library, one, server())
      }))

    it('as it declares an erasure adds an empty one when it goes on: nothing is certified twice', () =>
      servedByTwo(async (library) => {
        await takenHome(library)
        const held = library.cluster.hold('ErasureDue')
        const late = run(library.first)
        const { one, other } = library.named(await held.whose)
        one.pause()
        const meanwhile = run(other)
        await happens(library, 'ErasureDue')
        held.letGo()
        one.goOn()
        for (const { body } of [await meanwhile, await late]) expect(body).toMatchObject({ overdue: 0, failed: [] })
        await expectForgotten(library, one, server(), 2)
        await isWell(one)
      }))
  })
})
