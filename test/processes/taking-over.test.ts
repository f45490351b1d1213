import { compiled, type Compiled } from '../crash/compiled'
import { withPostgres } from '../fixtures/postgres/with-postgres'
import { lend } from '../http/desk'
import { administrator, staff } from '../http/serve'
import { startIssuer, type Issuer } from './issuer'
import { giveBack, happens, isWell, takenHome, times, title, waitedFor } from './scene'
import type { Service } from './service'
import { withTwoServices, type TwoServices } from './two-services'

/** Who takes over waits for the end of a lease. */
jest.setTimeout(120_000)

withPostgres((server) => {
  let project: Compiled
  let issuer: Issuer
  beforeAll(async () => {
    project = compiled()
    issuer = await startIssuer()
  }, 60_000)
  afterAll(() => {
    issuer.stop()
    project.remove()
  })

  const servedByTwo = (use: (library: TwoServices) => Promise<void>) =>
    withTwoServices({ project, issuer, server: server() }, use)

  const run = ({ send }: Service) => send('POST', '/retention/runs', { as: administrator })

  /** Of the reservation, and of the copy that was kept for it, the keys are gone, and that is certified once. */
  const isForgottenOnce = async (library: TwoServices, service: Service): Promise<void> => {
    expect(times(library, 'ErasureDue')).toBe(1)
    expect(times(library, 'ScopesErased')).toBe(1)
    const ended = 'SELECT wrapped FROM keystore.keys WHERE certificate IS NOT NULL'
    expect(await server().run(library.keys, ended)).toEqual([{ wrapped: null }, { wrapped: null }])
    const shown = await service.send('GET', `/streams/circulation/title-${title}`, { as: staff })
    const parts = shown.body.map(({ staff: seen }: { readonly staff: object }) => seen)
    expect(parts).toMatchObject([{ reservation: { erased: true } }, { reservation: { erased: true } }, {}])
  }

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
        await isForgottenOnce(library, other)
        await isWell(other)
      }))
  })

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
        expect((await late).status).toBe(200)
        await isWell(one)
        await isForgottenOnce(library, one)
      }))
  })
})
