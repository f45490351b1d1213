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
  describe('a service process that is killed', () => {
    it('during a reaction leaves it to the other process, which runs it once', () =>
      serveByTwoProcesses(async (library) => {
        const scenario = await reserveLentCopy(library)
        const heldAppend = library.cluster.hold('CopySetAside')
        await returnScenarioCopy(library.second, scenario)
        const { one, other } = library.processNamed(await heldAppend.connectionName)
        await one.kill()
        await waitForEvent(library, 'ReservationReady')
        heldAppend.release()
        expect(countEventsOfType(library, 'CopySetAside')).toBe(1)
        expect(countEventsOfType(library, 'ReservationReady')).toBe(1)
        await waitUntilHealthy(other)
      }))

    it('during an erasure leaves it to the other process, which finishes it with one certificate', () =>
      serveByTwoProcesses(async (library) => {
        await fulfilReservation(library)
        const heldAppend = library.cluster.hold('ScopesErased')
        const brokenRun = runRetention(library.first).catch(() => undefined)
        const { one, other } = library.processNamed(await heldAppend.connectionName)
        await one.kill()
        await brokenRun
        expect((await runRetention(other)).body).toMatchObject({ overdue: 0, failed: [] })
        heldAppend.release()
        await expectErased(library, other, server())
        await waitUntilHealthy(other)
      }))
  })
})
