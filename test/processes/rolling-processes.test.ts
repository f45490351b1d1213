import { waitUntil } from '../fixtures/wait-until'
import {
  endRegistrations,
  expectLoans,
  keysStatusOf,
  expectRollFinishedAfterKill,
  lendOnce,
  requestedStep,
  rollBy,
} from './killed-roll'
import { waitUntilHealthy } from './reservation-scenario'
import { withServiceProcesses } from './with-service-processes'

withServiceProcesses(({ server, serveByTwoProcesses }) => {
  describe('two service processes that renew the wrapping keys', () => {
    it('finish the roll in one when the other is killed meanwhile, and lose no key', () =>
      serveByTwoProcesses((library) => expectRollFinishedAfterKill(library, server(), 'moved')))

    it('go on without one that is paused: when it resumes it lends and reads in the new epoch, and confirms', () =>
      serveByTwoProcesses(async (library) => {
        const { first, second } = library
        const borrowers = [await lendOnce(first), await lendOnce(second)]
        second.pause()
        const rolling = rollBy(first)
        await waitUntil(async () => (await requestedStep(library, server())) === 'begun')
        borrowers.push(await lendOnce(first))
        await endRegistrations(library, server())
        await rolling
        second.resume()
        borrowers.push(await lendOnce(second))
        for (const service of [first, second]) await expectLoans(service, borrowers)
        await waitUntil(async () => (await keysStatusOf(first)).rollWaitsFor === null)
        for (const service of [first, second]) {
          expect(await keysStatusOf(service)).toMatchObject({ epoch: 2, epochs: 1 })
          await waitUntilHealthy(service)
        }
      }))
  })
})
