import * as E from 'fp-ts/Either'
import type { CachingScopeKeys } from '../../retention/keys/caching-scope-keys'
import { machineMonotonicClock } from '../system/clock/machine-monotonic-clock'
import type { EvictionRequestNumber } from '../processes/process-registry/process-registry'
import { repeatUntilStopped, type RepeatedJob } from '../system/concurrency/repeat-until-stopped'
import { lagSampleInterval } from '../processes/lag/consumer-lag-meter'
import type { ServerLogRecorder } from '../processes/server-log/server-log-recorder'
import { repeatAtFullHours } from '../processes/server-log/repeat-at-full-hours'
import { commitPeriodically } from '../processes/projectors/commit-periodically'
import type { ProjectorGroup } from '../processes/projectors/projector-group'
import { databaseFileCheckInterval } from './operations/check-files'
import { probeInterval } from './operations/probe-failing-parts'
import type { LibraryStores } from './stores/library-stores'

/** Ms between sweeps for keys that have been in memory too long. */
const keySweepInterval = 10_000

/** Ms between catch-ups without a query: within this time a process drops what another process has erased. */
const catchUpInterval = 1000

/** Ms between looks whether an epoch is due to be rolled or destroyed. */
const epochInterval = 60_000

/** Ms between looks whether another process has requested a step of a roll. */
const stepInterval = 1000

/** Ms between checks of some certificates. Two hours for those of 40 years of closed days. */
const certificateCheckInterval = 5000

/** Ms between looks whether a day or a month was closed since the last signed head. */
const headInterval = 5000

/** Ms between attempts to have the newest heads cosigned. */
const cosigningInterval = 60_000

/** Ms between rewritings of the short-term store. */
const shortTermInterval = 15 * 60_000

/** Ms between rewritings of the erasure receipt. */
const receiptInterval = 60_000

/**
 * Catches up with both logs and confirms eviction requests. It confirms only after it has read the erasure, and after
 * the purged rows are gone from the read models' file.
 */
const startCatchingUp = (
  projectorGroup: ProjectorGroup,
  { readModels, coordination: { processRegistry } }: LibraryStores,
) => {
  let lastConfirmed: EvictionRequestNumber = 0
  return repeatUntilStopped(
    async () => {
      const latestRequest = await processRegistry.latestEvictionRequest()
      const caughtUp = await projectorGroup.catchUp()
      if (E.isLeft(latestRequest) || E.isLeft(caughtUp) || latestRequest.right === lastConfirmed) return
      if (E.isLeft(await readModels.purgeInBackground([])())) return
      if (E.isRight(await processRegistry.confirmEviction(latestRequest.right)())) lastConfirmed = latestRequest.right
    },
    catchUpInterval,
    () => undefined,
  )
}

/** Jobs that repeat, besides those that drop what was erased. */
interface PeriodicJobs {
  readonly sampleLag: () => Promise<void>
  readonly verifyCertificates: () => Promise<unknown>
  readonly compareKeys: () => Promise<void>
  readonly compareLogs: () => Promise<void>
  readonly probeFailingParts: () => Promise<void>
  readonly rebuildDamagedReadModels: () => void
  readonly rewriteErasureReceipt: () => Promise<void>
  readonly rewriteShortTermStore: () => Promise<unknown>
  readonly serverLog: Pick<ServerLogRecorder, 'storeEndedHours' | 'storeAll'>
  /** Before anybody is served. */
  readonly checkFilesAtStart: () => Promise<void>
  readonly checkFiles: () => Promise<void>
  readonly maintainEpochs: () => Promise<void>
  readonly takeRequestedStep: () => Promise<void>
  readonly signHeads: () => Promise<unknown>
  readonly cosignHeads: () => Promise<unknown>
}

/** The periodic jobs of a running library, which run already. */
interface BackgroundJobs {
  /**
   * Checks the files, and from then on periodically; rolls the epochs of the ring. Of a library that serves, and not for
   * one command.
   */
  readonly startFileChecks: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts the periodic jobs of a running library. */
export const startBackgroundJobs = (
  stores: LibraryStores,
  keys: Pick<CachingScopeKeys, 'sweep'>,
  projectorGroup: ProjectorGroup,
  jobs: PeriodicJobs,
): BackgroundJobs => {
  const keySweeps = setInterval(keys.sweep, keySweepInterval).unref()
  const receiptWrites = repeatUntilStopped(
    jobs.rewriteErasureReceipt,
    receiptInterval,
    () => undefined,
    receiptInterval,
  )
  const shortTermRewrites = repeatUntilStopped(
    jobs.rewriteShortTermStore,
    shortTermInterval,
    () => undefined,
    shortTermInterval,
  )
  const stopHours = repeatAtFullHours(jobs.serverLog.storeEndedHours, Date.now)
  const catchingUp = startCatchingUp(projectorGroup, stores)
  const lagSampling = repeatUntilStopped(jobs.sampleLag, lagSampleInterval, () => undefined, lagSampleInterval)
  const certificateChecks = repeatUntilStopped(
    async () => {
      await jobs.verifyCertificates()
      await jobs.compareKeys()
      // While logs are written in bulk, what is read may not be durable yet.
      if (stores.derivedCommits === 'periodic') await jobs.compareLogs()
    },
    certificateCheckInterval,
    () => undefined,
    certificateCheckInterval,
  )
  const headSigning = repeatUntilStopped(jobs.signHeads, headInterval, () => undefined, headInterval)
  const cosigning = repeatUntilStopped(jobs.cosignHeads, cosigningInterval, () => undefined, cosigningInterval)
  const epochSteps = repeatUntilStopped(jobs.takeRequestedStep, stepInterval, () => undefined, stepInterval)
  const mendParts = async (): Promise<void> => {
    jobs.rebuildDamagedReadModels()
    await jobs.probeFailingParts()
  }
  const probing = repeatUntilStopped(mendParts, probeInterval, () => undefined, probeInterval)
  let isStopped = false
  let fileChecks: RepeatedJob | undefined
  let epochMaintenance: RepeatedJob | undefined
  const committedStores = stores.derivedCommits === 'periodic' ? [stores.readModels, stores.schedule] : []
  const stopCommits = committedStores.map((store) => commitPeriodically(store, machineMonotonicClock))
  return {
    startFileChecks: async () => {
      await jobs.checkFilesAtStart().catch(() => undefined)
      if (isStopped) return
      fileChecks ??= repeatUntilStopped(
        jobs.checkFiles,
        databaseFileCheckInterval,
        () => undefined,
        databaseFileCheckInterval,
      )
      epochMaintenance ??= repeatUntilStopped(jobs.maintainEpochs, epochInterval, () => undefined, epochInterval)
    },
    stop: async () => {
      isStopped = true
      clearInterval(keySweeps)
      for (const stop of stopCommits) stop()
      await receiptWrites.stop()
      await shortTermRewrites.stop()
      await stopHours()
      await jobs.serverLog.storeAll()
      await epochMaintenance?.stop()
      await epochSteps.stop()
      await headSigning.stop()
      await cosigning.stop()
      await fileChecks?.stop()
      await probing.stop()
      await lagSampling.stop()
      await certificateChecks.stop()
      await catchingUp.stop()
    },
  }
}
