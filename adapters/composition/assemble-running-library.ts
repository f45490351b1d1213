import type { RunningLibraryComponents } from './running-library-components'
import { packageVersion } from '../system/package-version'
import type { RunningLibrary } from '../processes/running-library/running-library'
import { reportEventsOutOfRange } from '../processes/damage/report-events-out-of-range'
import { createLogChangeDetector } from '../processes/damage/log-change-detector'
import { probeFailingParts } from './operations/probe-failing-parts'
import { createConsumerLagMeter } from '../processes/lag/consumer-lag-meter'
import { checkDatabaseFile } from '../stores/sqlite/integrity/check-database-file'
import { machineMonotonicClock } from '../system/clock/machine-monotonic-clock'
import { createFileCheckOperations, systemPartsCheckedInParallelAtStart } from './operations/check-files'
import { createCheckLogs } from './operations/check-logs'
import { createHealthCheck, createProcessStatusCheck } from './operations/check-health'
import { createAuditOperations } from './operations/audit-operations'
import { createCertificateOperations } from './operations/certificate-operations'
import { createDerivedStoreRegistryQueries } from './operations/derived-store-registry-queries'
import { deriveCursorEncryptionKey } from './operations/derive-cursor-encryption-key'
import { createPaymentOperations } from './payments/create-payment-operations'
import { createCprRegisterOperations } from './cpr-register/create-cpr-register-operations'
import { createMessageOperations } from './messages/create-message-operations'
import { legalHoldsOfLibrary } from './holds/read-legal-holds'
import { assembleEpochOperations } from './epochs/assemble-epoch-operations'
import { watchKeyBackups } from './epochs/watch-key-backups'
import { assembleRetention } from './retention/assemble-retention'
import { createKeyStoreStatusReader } from './operations/key-store-status-reader'
import { trackPositionsOfCommands } from './use-cases/track-positions-of-commands'
import { startUseCasesAndReactor } from './use-cases/start-use-cases-and-reactor'
import { destroyReappearedKeys } from './operations/destroy-reappeared-keys'
import { createMoveReadModels } from './operations/move-read-models'
import { createClockOperations } from './operations/move-clock-and-close-days'
import { readLogHeads } from './operations/read-log-heads'
import { readConsumerPositions } from './operations/read-consumer-positions'
import { rebuildDamagedReadModels } from './operations/rebuild-damaged-read-models'
import { createRebuildReadModels } from './operations/rebuild-read-models'
import { createReplayOperations } from './operations/replay/create-replay-operations'
import { createShowStream } from './operations/show-stream'
import { closeLibraryStores } from './stores/library-stores'
import { createDataFolderBackUpOperation } from './backup/create-data-folder-back-up-operation'
import { createServersBackUpOperation } from './backup/create-servers-back-up-operation'
import { createScopeInventoryWriter } from './inventory/create-scope-inventory-writer'
import { startBackgroundJobs } from './background-jobs'

/** Assembles a running library from its opened parts, and starts its reactor and background jobs. */
export const assembleRunningLibrary = async (components: RunningLibraryComponents): Promise<RunningLibrary> => {
  const { stores, eventTable, keys, projectorGroup, description, layout } = components
  const { logs, positions } = trackPositionsOfCommands(stores.logs)
  const { useCaseDependencies, reactor } = await startUseCasesAndReactor({ ...components, stores: { ...stores, logs } })
  const reactors = [reactor]
  const logComparison = createLogChangeDetector(stores.logs, stores.logDigests, components.alarm)
  const cprRegister = createCprRegisterOperations(useCaseDependencies, components)
  const { retention, ...ends } = assembleRetention(useCaseDependencies, {
    ...components,
    ...{ reactors, logComparison, endCprSubscriptions: cprRegister.endSubscriptionsBeforeErasing },
  })
  const lagMeter = createConsumerLagMeter({
    logs: stores.logs,
    consumers: () => readConsumerPositions(projectorGroup, reactors),
    clock: machineMonotonicClock,
  })
  const certificates = createCertificateOperations(stores, eventTable, components.alarm)
  const rebuildReadModels = createRebuildReadModels(stores, components)
  const moveReadModels = createMoveReadModels(stores, { ...components, rebuildReadModels })
  const keyBackups = watchKeyBackups({
    ...components,
    place: components.areStoresInFolder ? layout : { keyBackup: layout.keyBackupOfServers },
    beginsWithBackup: !components.areStoresInFolder,
    ring: stores.ring,
    isDemo: description.demo,
  })
  const closing = new AbortController()
  const epochs = assembleEpochOperations({ ...components, moveReadModels, stop: closing.signal })
  const { checkAll, checkUnchecked } = createFileCheckOperations(
    { ...components, checkFile: checkDatabaseFile },
    closing.signal,
  )
  const checkFiles = checkAll(1)
  const backgroundJobs = startBackgroundJobs(stores, keys, projectorGroup, {
    sampleLag: lagMeter.sample,
    verifyCertificates: certificates.verifySome,
    compareLogs: async () => {
      await logComparison.compareSome()
      await reportEventsOutOfRange(stores.logs, components.eventDecoder)
    },
    compareKeys: destroyReappearedKeys(stores, components.knowsEveryErasure, components.alarm),
    probeFailingParts: probeFailingParts(components.failingParts, stores),
    rebuildDamagedReadModels: rebuildDamagedReadModels(
      { ...components, rebuildReadModels, clock: machineMonotonicClock },
      closing.signal,
    ),
    rewriteErasureReceipt: async () => {
      const rewritten = await components.erasureReceipt?.rewrite()
      if (rewritten?._tag === 'Left') components.alarm('ErasureReceiptNotWritten')
    },
    rewriteShortTermStore: components.shortTerm.rewrite,
    serverLog: components.serverLog,
    checkFilesAtStart: checkAll(systemPartsCheckedInParallelAtStart),
    checkFiles,
    maintainEpochs: async () => {
      await epochs.maintain()
      keyBackups.check()
    },
    takeRequestedStep: epochs.takeRequestedStep,
    signHeads: async () => components.transparency?.signHeadsOfClosings(),
    cosignHeads: async () => components.transparency?.cosignHeads(() => closing.signal.aborted),
  })
  const backUpDependencies = {
    ...components,
    ring: stores.ring,
    today: components.clock.today,
    newBackupId: components.random.uuid,
    version: packageVersion(),
    noteBackup: keyBackups.note,
  }
  const derivedStores = createDerivedStoreRegistryQueries(components.purgedStores)
  const keyStoreStatus = createKeyStoreStatusReader(stores, { ...epochs, keyBackups, today: components.clock.today })
  const health = { ...components, lagMeter, retention, logComparison, keyBackups, epochs }
  return {
    useCaseDependencies,
    rows: stores.readModels.rows,
    ...{ shortTerm: components.shortTerm, serverLog: components.serverLog },
    catchUpReadModels: projectorGroup.catchUp,
    flush: stores.flush,
    ...{ waitForReactionsAt: reactor.waitUntilPassed, cancelWaiting: reactor.cancelWaiting },
    logHeads: readLogHeads(stores),
    positionsOfCommands: positions,
    answerTokenKey: await deriveCursorEncryptionKey(stores.ring)(),
    retention,
    certificates,
    messages: createMessageOperations(useCaseDependencies, components),
    reportEmailLinkNotMailed: () => {
      components.alarm('EmailLinkNotMailed')
    },
    ...{ cprRegister, epochs, payments: createPaymentOperations(useCaseDependencies, components) },
    audit: createAuditOperations({
      ...components,
      legalHolds: () => legalHoldsOfLibrary(components),
      report: {
        ...{ isDemo: description.demo, transparency: components.transparency, derivedStores, keyStoreStatus },
        ...{ policy: useCaseDependencies.policy, retentionStatus: retention.status },
      },
    }),
    ...{ transparency: components.transparency, derivedStores, keyStoreStatus },
    isDemo: description.demo,
    clock: createClockOperations(components, ends),
    rebuildReadModels,
    damagedEvents: components.damagedEvents.list,
    checkLogs: createCheckLogs({
      ...components,
      logs: stores.logs,
      eventCodes: stores.ring.eventCodes.current(),
      logComparison,
      checkFiles,
    }),
    startFileChecks: backgroundJobs.startFileChecks,
    backUp: components.areStoresInFolder
      ? createDataFolderBackUpOperation(backUpDependencies)
      : createServersBackUpOperation(backUpDependencies),
    writeInventory: createScopeInventoryWriter({
      ...components,
      today: components.clock.today,
      version: packageVersion(),
    }),
    replays: createReplayOperations({
      ...components,
      ...{ logs: stores.logs, schedule: stores.schedule, rows: stores.readModels.rows, checkUnchecked },
    }),
    showStream: createShowStream({
      ...components,
      ...{ logs: stores.logs, schedule: stores.schedule, rows: stores.readModels.rows, checkUnchecked },
      certificateOf: stores.schedule.certificateOf,
    }),
    checkHealth: createHealthCheck(health),
    checkProcess: createProcessStatusCheck(health),
    close: async () => {
      closing.abort()
      await backgroundJobs.stop()
      await reactor.stop()
      await components.handOvers.settled()
      await components.transparency?.close()
      await closeLibraryStores(stores)
      components.releaseFolder()
    },
  }
}
