import { waitUntil } from '../fixtures/wait-until'
import { runSelfServiceMachine, type MachineReplies } from './self-service-machine'
import { withServiceProcessesOnOwnDatabases } from './with-service-processes'
import { waitUntilHealthy } from './reservation-scenario'
import type { TwoServiceProcesses } from './two-service-processes'

const machineCount = 8

/** Waits until each machine has completed about two more copies. */
const waitForMoreCopies = (replies: MachineReplies): Promise<void> => {
  const before = replies.completedCopies.length
  return waitUntil(() => replies.completedCopies.length >= before + 2 * machineCount)
}

/** Waits until there are as many new replies of status 503 as machines. */
const waitForUnavailableReplies = (replies: MachineReplies): Promise<void> => {
  const before = replies.unavailableReplies.length
  return waitUntil(() => replies.unavailableReplies.length >= before + machineCount)
}

const eventTypesOfCopy = ({ cluster }: TwoServiceProcesses, copy: string): ReadonlyArray<string> =>
  cluster
    .written()
    .filter(({ stream }) => stream === `copy-${copy}`)
    .map(({ type }) => type)

withServiceProcessesOnOwnDatabases(({ server, serveByTwoProcesses }) => {
  describe('two service processes with busy self-service machines', () => {
    it('answer 503 while a server is down, and afterwards have recorded every command once', () =>
      serveByTwoProcesses(async (library) => {
        const { first, second, cluster } = library
        const replies: MachineReplies = { completedCopies: [], unavailableReplies: [], unexpectedReplies: [] }
        let isStopped = false
        const machines = Array.from({ length: machineCount }, (_, at) =>
          runSelfServiceMachine(at % 2 === 0 ? first : second, replies, () => isStopped),
        )
        await waitForMoreCopies(replies)
        cluster.stop()
        await waitForUnavailableReplies(replies)
        await cluster.start()
        await waitForMoreCopies(replies)
        await server().ownServer.kill()
        await waitForUnavailableReplies(replies)
        await server().ownServer.start()
        await waitForMoreCopies(replies)
        isStopped = true
        await Promise.all(machines)
        expect(replies.unexpectedReplies).toEqual([])
        for (const { headers } of replies.unavailableReplies)
          expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0)
        for (const copy of replies.completedCopies)
          expect([copy, ...eventTypesOfCopy(library, copy)]).toEqual([
            copy,
            'CopyAcquired',
            'LoanStarted',
            'LoanReturned',
          ])
        for (const service of [first, second]) await waitUntilHealthy(service)
      }))
  })
})
