import type { FolderDescription } from '../stores/data-folder/folder-description'
import type { ReleaseFolder } from '../stores/data-folder/lock-folder'
import type { RunningLibrary } from '../processes/running-library/running-library'
import type { EvictScopes } from './retention/evict-scopes-from-memory'
import { createLagMeter } from '../processes/lag/lag-meter'
import { machineClock } from '../system/clock/machine-clock'
import { createCertificateOperations } from './operations/certificate-operations'
import { createHealthCheck } from './operations/check-health'
import { assembleRetention } from './retention/assemble-retention'
import { createKeyStoreStatus } from './operations/key-store-status'
import { trackPositionsOfCommands } from './use-cases/track-positions-of-commands'
import { startLibrary } from './use-cases/start-library'
import type { LibraryComponents } from './use-cases/build-use-case-dependencies'
import { createMoveClock } from './operations/move-clock'
import type { OpenedClock } from './opening/open-library-clock'
import { readConsumerPositions } from './operations/read-consumer-positions'
import { createRebuildReadModels } from './operations/rebuild-read-models'
import { createShowStream } from './operations/show-stream'
import { closeLibraryStores, type LibraryStores } from './stores/library-stores'
import { startBackgroundJobs } from './background-jobs'

/** The opened parts of a running library. */
export interface RunningLibraryComponents extends Omit<LibraryComponents, 'clock'>, OpenedClock {
  readonly description: FolderDescription
  readonly evictScopes: EvictScopes
  readonly releaseFolder: ReleaseFolder
  readonly alarm: (kind: string) => void
}

const startOfLog = ''

const readLogHeads =
  ({ logs }: LibraryStores): RunningLibrary['logHeads'] =>
  async () => {
    const [circulation, persons] = await Promise.all([logs.circulation.head(), logs.persons.head()])
    return { circulation: circulation ?? startOfLog, persons: persons ?? startOfLog }
  }

/** Assembles a running library from its opened parts, and starts its reactor and background jobs. */
export const assembleRunningLibrary = async (components: RunningLibraryComponents): Promise<RunningLibrary> => {
  const { stores, eventTable, keys, projectorGroup, description } = components
  const { logs, positions } = trackPositionsOfCommands(stores.logs)
  const { useCaseDependencies, reactor } = await startLibrary({ ...components, stores: { ...stores, logs } })
  const reactors = [reactor]
  const { endOfDay, retention } = assembleRetention(useCaseDependencies, { ...components, reactors })
  const lagMeter = createLagMeter({
    logs: stores.logs,
    consumers: () => readConsumerPositions(projectorGroup, reactors),
    clock: machineClock,
  })
  const certificates = createCertificateOperations(stores, eventTable, components.alarm)
  const stopBackgroundJobs = startBackgroundJobs(stores, keys, projectorGroup, lagMeter, certificates)
  return {
    useCaseDependencies,
    rows: stores.readModels.rows,
    catchUpReadModels: projectorGroup.catchUp,
    flush: stores.flush,
    waitForReactionsAt: reactor.waitUntilPassed,
    cancelWaiting: reactor.cancelWaiting,
    logHeads: readLogHeads(stores),
    positionsOfCommands: positions,
    retention,
    certificates,
    isDemo: description.demo,
    clock: { kind: description.clock, moveTo: createMoveClock(components, endOfDay) },
    rebuildReadModels: createRebuildReadModels(stores, components.eventDecoder),
    keyStoreStatus: createKeyStoreStatus(stores),
    showStream: createShowStream(stores.logs, eventTable, keys, stores.schedule.certificateOf),
    checkHealth: createHealthCheck(stores, lagMeter, retention),
    close: async () => {
      await stopBackgroundJobs()
      await reactor.stop()
      await closeLibraryStores(stores)
      components.releaseFolder()
    },
  }
}
