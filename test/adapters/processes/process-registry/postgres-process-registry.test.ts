import { randomBytes, randomUUID } from 'node:crypto'
import { machineMonotonicClock } from '../../../../adapters/system/clock/machine-monotonic-clock'
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
      const coordination = rightOrThrow(await openPostgresCoordination(machineMonotonicClock)(url)())
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

    const begun = { step: 'begun' as const, epoch: 2, fingerprint: '00ff' }

    it('must all confirm a step of a roll, also one that starts after the request', async () => {
      const { startProcess } = await newLibrary()
      const [one, other] = [(await startProcess()).registry, (await startProcess()).registry]
      expect(rightOrThrow(await one.latestEpochStep())).toBeUndefined()
      const request = rightOrThrow(await one.requestEpochStep(begun)())
      expect(rightOrThrow(await one.countWithoutEpochStep(request)())).toBe(2)
      for (const each of [one, other]) {
        expect(rightOrThrow(await each.latestEpochStep())).toEqual({ ...begun, request, isConfirmed: false })
        rightOrThrow(await each.confirmEpochStep(request)())
        expect(rightOrThrow(await each.latestEpochStep())).toEqual({ ...begun, request, isConfirmed: true })
      }
      expect(rightOrThrow(await one.countWithoutEpochStep(request)())).toBe(0)
      await startProcess()
      expect(rightOrThrow(await one.countWithoutEpochStep(request)())).toBe(1)
    })

    it('keep their confirmations when another process goes on with the same step, and with no other', async () => {
      const { startProcess } = await newLibrary()
      const [one, other] = [(await startProcess()).registry, (await startProcess()).registry]
      const request = rightOrThrow(await one.requestEpochStep(begun)())
      rightOrThrow(await one.confirmEpochStep(request)())
      expect(rightOrThrow(await other.requestEpochStep(begun)())).toBe(request)
      expect(rightOrThrow(await other.countWithoutEpochStep(request)())).toBe(1)
      for (const changed of [
        { ...begun, fingerprint: '00fe' },
        { ...begun, step: 'moved' as const },
        { ...begun, epoch: 3 },
      ]) {
        const next = rightOrThrow(await other.requestEpochStep(changed)())
        expect(rightOrThrow(await other.countWithoutEpochStep(next)())).toBe(2)
      }
      expect(rightOrThrow(await one.countWithoutEpochStep(request)())).toBeUndefined()
    })

    it('need not confirm a step when they have ended, and must confirm it again when they are back', async () => {
      const { startProcess, endHeartbeatsOf } = await newLibrary()
      const [one, paused] = [await startProcess(), await startProcess()]
      const request = rightOrThrow(await one.registry.requestEpochStep(begun)())
      for (const { registry } of [one, paused]) rightOrThrow(await registry.confirmEpochStep(request)())
      await endHeartbeatsOf(paused.id)
      rightOrThrow(await one.registry.heartbeat())
      expect(rightOrThrow(await one.registry.countWithoutEpochStep(request)())).toBe(0)
      rightOrThrow(await paused.registry.heartbeat())
      expect(rightOrThrow(await one.registry.countWithoutEpochStep(request)())).toBe(1)
      expect(rightOrThrow(await paused.registry.latestEpochStep())).toMatchObject({ isConfirmed: false })
    })

    it('confirm an eviction and a step apart from each other', async () => {
      const { startProcess } = await newLibrary()
      const { registry } = await startProcess()
      const step = rightOrThrow(await registry.requestEpochStep(begun)())
      const eviction = rightOrThrow(await registry.requestEviction([newScope()])())
      rightOrThrow(await registry.confirmEviction(eviction)())
      expect(rightOrThrow(await registry.countWithoutEpochStep(step)())).toBe(1)
      rightOrThrow(await registry.confirmEpochStep(step)())
      expect(rightOrThrow(await registry.allConfirmed(eviction)())).toBe(true)
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
