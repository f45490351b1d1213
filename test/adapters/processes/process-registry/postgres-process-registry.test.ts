import { randomBytes, randomUUID } from 'node:crypto'
import { machineClock } from '../../../../adapters/system/clock/machine-clock'
import { openPostgresCoordination } from '../../../../adapters/processes/coordination/postgres/open-postgres-coordination'
import { startHeartbeat } from '../../../../adapters/processes/process-registry/heartbeat'
import type { ScopeId } from '../../../../domain/values/ids'
import { withPostgres } from '../../../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const secret = randomBytes(32)
const newScope = () => randomUUID() as ScopeId

withPostgres((server) => {
  describe('registered processes', () => {
    const closes: Array<() => Promise<void>> = []
    afterEach(async () => {
      for (const close of closes.splice(0).reverse()) await close()
    })

    /** A new library, and a way to start its processes. */
    const newLibrary = async () => {
      const url = await server().createDatabase()
      const coordination = rightOrThrow(await openPostgresCoordination(machineClock)(url)())
      closes.push(coordination.close)
      return {
        countSecrets: async () => (await server().runStatements(url, 'SELECT folder FROM coordination.secrets')).length,
        countProcesses: async () =>
          (await server().runStatements(url, 'SELECT process FROM coordination.processes')).length,
        /** Sets the end of a registration to the past, as time does after a process was killed. */
        endHeartbeatsOf: (id: string) =>
          server().runStatements(
            url,
            `UPDATE coordination.processes SET until = clock_timestamp() - interval '1 second' WHERE process = '${id}'`,
          ),
        startProcess: async (folder: string = randomUUID()) => {
          const id = randomUUID()
          const registry = coordination.processRegistry({ process: id, folder, registrySecret: secret })
          const { close: stopProcess } = rightOrThrow(await startHeartbeat(registry)())
          closes.push(stopProcess)
          return { id, registry, folder, stopProcess }
        },
      }
    }

    it('must all confirm an eviction request, also one that starts after the request', async () => {
      const { startProcess } = await newLibrary()
      const [one, other] = [(await startProcess()).registry, (await startProcess()).registry]
      const request = rightOrThrow(await one.requestEviction([newScope()])())
      rightOrThrow(await one.confirmEviction(request)())
      expect(rightOrThrow(await one.allConfirmed(request)())).toBe(false)
      expect(rightOrThrow(await other.latestEvictionRequest())).toBe(request)
      rightOrThrow(await other.confirmEviction(request)())
      expect(rightOrThrow(await one.allConfirmed(request)())).toBe(true)
      await startProcess()
      expect(rightOrThrow(await one.allConfirmed(request)())).toBe(false)
    })

    it('keep their confirmations when another process repeats the request for the same scopes', async () => {
      const { startProcess } = await newLibrary()
      const [one, other] = [(await startProcess()).registry, (await startProcess()).registry]
      const scopes = [newScope(), newScope()]
      const request = rightOrThrow(await one.requestEviction(scopes)())
      rightOrThrow(await one.confirmEviction(request)())
      expect(rightOrThrow(await other.requestEviction([...scopes].reverse())())).toBe(request)
      rightOrThrow(await other.confirmEviction(request)())
      expect(rightOrThrow(await other.allConfirmed(request)())).toBe(true)
      expect(rightOrThrow(await other.requestEviction([newScope()])())).toBe(request + 1)
    })

    it('need not confirm after they have stopped', async () => {
      const { startProcess } = await newLibrary()
      const [one, other] = [await startProcess(), await startProcess()]
      const request = rightOrThrow(await one.registry.requestEviction([newScope()])())
      rightOrThrow(await one.registry.confirmEviction(request)())
      await other.stopProcess()
      expect(rightOrThrow(await one.registry.allConfirmed(request)())).toBe(true)
    })

    it('leave no row behind when they ended without unregistering: the next heartbeat of another removes it', async () => {
      const { startProcess, countProcesses, endHeartbeatsOf } = await newLibrary()
      const [one, killed] = [await startProcess(), await startProcess()]
      await endHeartbeatsOf(killed.id)
      expect(await countProcesses()).toBe(2)
      rightOrThrow(await one.registry.heartbeat())
      expect(await countProcesses()).toBe(1)
    })

    it('have a secret for their folder, always the same, and different for each folder', async () => {
      const { startProcess } = await newLibrary()
      const one = await startProcess()
      const first = rightOrThrow(await one.registry.folderSecret())
      expect(first).toHaveLength(32)
      await one.stopProcess()
      expect(rightOrThrow(await (await startProcess(one.folder)).registry.folderSecret())).toEqual(first)
      expect(rightOrThrow(await (await startProcess()).registry.folderSecret())).not.toEqual(first)
    })

    it('lose the secret when an erasure ends while they are stopped or have not confirmed', async () => {
      const { startProcess, countSecrets } = await newLibrary()
      const [one, stopped, unconfirmed] = [await startProcess(), await startProcess(), await startProcess()]
      const before = rightOrThrow(await stopped.registry.folderSecret())
      for (const { registry } of [one, unconfirmed]) rightOrThrow(await registry.folderSecret())
      await stopped.stopProcess()
      const request = rightOrThrow(await one.registry.requestEviction([newScope()])())
      rightOrThrow(await one.registry.confirmEviction(request)())
      rightOrThrow(await one.registry.revokeFolderSecrets(request)())
      expect(await countSecrets()).toBe(1)
      expect(rightOrThrow(await (await startProcess(stopped.folder)).registry.folderSecret())).not.toEqual(before)
    })

    it('lose the secret of a copied folder when one of its processes has not confirmed', async () => {
      const { startProcess, countSecrets } = await newLibrary()
      const one = await startProcess()
      rightOrThrow(await one.registry.folderSecret())
      await startProcess(one.folder)
      const request = rightOrThrow(await one.registry.requestEviction([newScope()])())
      rightOrThrow(await one.registry.confirmEviction(request)())
      rightOrThrow(await one.registry.revokeFolderSecrets(request)())
      expect(await countSecrets()).toBe(0)
    })
  })
})
