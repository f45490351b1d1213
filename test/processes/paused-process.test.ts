import { lendCopyByHttp } from '../adapters/interfaces/http/http-steps'
import { expectErased } from './expect-erased'
import { withServiceProcesses } from './with-service-processes'
import {
  returnScenarioCopy,
  waitForEvent,
  waitUntilHealthy,
  runRetention,
  fulfilReservation,
  countEventsOfType,
  reserveLentCopy,
} from './reservation-scenario'

/** A process that takes over waits for the end of a lease. */
withServiceProcesses(({ server, serveByTwoProcesses }) => {
  describe('a service process that is paused past its lease', () => {
    it('during a reaction finds the reaction done when it resumes, and serves again', () =>
      serveByTwoProcesses(async (library) => {
        const scenario = await reserveLentCopy(library)
        const heldAppend = library.cluster.hold('ReservationReady')
        await returnScenarioCopy(library.second, scenario)
        const { one } = library.processNamed(await heldAppend.connectionName)
        one.pause()
        await waitForEvent(library, 'ReservationReady')
        heldAppend.release()
        one.resume()
        await waitUntilHealthy(one)
        expect((await lendCopyByHttp(one, scenario.copy, scenario.bo)).status).toBe(201)
        await waitForEvent(library, 'ReservationFulfilled')
        expect((await runRetention(one)).body).toMatchObject({ failed: [] })
        for (const type of ['CopySetAside', 'ReservationReady', 'ReservationFulfilled'])
          expect([type, countEventsOfType(library, type)]).toEqual([type, 1])
      }))

    it('during an erasure finds it certified when it resumes, and serves again', () =>
      serveByTwoProcesses(async (library) => {
        await fulfilReservation(library)
        const heldAppend = library.cluster.hold('ScopesErased')
        const firstRun = runRetention(library.first)
        const { one, other } = library.processNamed(await heldAppend.connectionName)
        one.pause()
        expect((await runRetention(other)).body).toMatchObject({ overdue: 0, failed: [] })
        heldAppend.release()
        one.resume()
        expect((await firstRun).body).toMatchObject({ overdue: 0, failed: [] })
        await waitUntilHealthy(one)
        await expectErased(library, one, server())
      }))

    it('while it declares an erasure declares it again when it resumes: nothing is certified twice', () =>
      serveByTwoProcesses(async (library) => {
        await fulfilReservation(library)
        const heldAppend = library.cluster.hold('ErasureDue')
        const firstRun = runRetention(library.first)
        const { one, other } = library.processNamed(await heldAppend.connectionName)
        one.pause()
        const otherRun = runRetention(other)
        await waitForEvent(library, 'ErasureDue')
        heldAppend.release()
        one.resume()
        for (const { body } of [await otherRun, await firstRun]) expect(body).toMatchObject({ overdue: 0, failed: [] })
        await expectErased(library, one, server(), 2)
        await waitUntilHealthy(one)
      }))
  })
})
