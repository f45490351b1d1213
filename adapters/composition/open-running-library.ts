import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Day } from '../../domain/values/day'
import { dayOf, type Instant } from '../../domain/values/instant'
import { machineMonotonicClock } from '../system/clock/machine-monotonic-clock'
import { markBulkWriting, unmarkBulkWriting } from '../stores/data-folder/bulk-marker'
import { folderContainsLibrary } from '../stores/data-folder/folder-contains-library'
import { recordVersionThatUsedFolder } from '../stores/data-folder/folder-description'
import { dataFolderLayout } from '../stores/data-folder/data-folder-layout'
import { storePolicyFile } from './opening/stored-policy-file'
import { packageVersion } from '../system/package-version'
import { systemRandom } from '../system/random/system-random'
import { catchStoreErrors } from '../processes/catch-store-errors'
import { reportEventsOutOfRange } from '../processes/damage/report-events-out-of-range'
import { createDatabaseFileCheckResults } from '../processes/damage/database-file-check-results'
import { alarmWithoutRepeats } from '../processes/failures/alarm-without-repeats'
import { createFailingSystemPartRegistry } from '../processes/failures/failing-system-part-registry'
import { reportPartFailuresByAlarm } from '../processes/failures/report-part-failures-by-alarm'
import { addFileCheckGuards } from './opening/add-file-check-guards'
import { watchStores } from './opening/watch-stores'
import { createProjectorGroup } from '../processes/projectors/projector-group'
import { refusedRunReporter } from '../processes/retention/refused-run-reporter'
import { lruStateCache } from '../processes/running-library/lru-state-cache'
import type { RunningLibrary } from '../processes/running-library/running-library'
import { createKeysAndDecoder } from './opening/create-keys-and-decoder'
import { createCertificateVerification } from '../../retention/certificates/certificate-verification'
import { createProjectorOfSchedule, readModelsProjector } from './opening/projectors'
import { createMessageChannels } from './messages/message-channels'
import { openFootageFiles } from './video/footage-files'
import { openMessageStores } from './messages/message-stores'
import { createStoresToPurgeScopesFrom } from './derived-stores/create-stores-to-purge-scopes-from'
import { evictScopesFromMemory } from '../../retention/derived-stores/purged-stores'
import { createEvictionCollector } from '../../retention/keys/eviction-collector'
import { moveSimulatedClockPastClosedDays, startBulkWriting } from './opening/bulk-writing'
import {
  catchDamagedViews,
  discardDamagedViews,
  openRebuildingDamagedViews,
  type ViewsDamaged,
} from './opening/damaged-views'
import { checkStoresAtStart } from './opening/check-stores-at-start'
import { loadPolicyOrDefault } from './opening/load-policy-or-default'
import type { LibraryOpeningError } from './library-opening-error'
import type { OpenRunningLibraryOptions } from './open-running-library-options'
import { createServerLogRecorder } from '../processes/server-log/server-log-recorder'
import { shortTermStoreOfLibrary } from './stores/short-term-store-of-library'
import { createStorageLocationChecks } from './opening/create-storage-location-checks'
import { beginRingUse } from './opening/ring-use'
import { servicesOfLibrary } from './opening/services-of-library'
import { prepareDataFolder } from './opening/prepare-data-folder'
import { openAndReplayErasureReceipt } from './receipt/open-and-replay-erasure-receipt'
import { checkableFilesOf } from './operations/check-files'
import { closeLibraryStores, openBulkLibraryStores, openLibraryStores } from './stores/library-stores'
import { assembleRunningLibrary } from './assemble-running-library'
import { openStoresInFolder } from './stores/open-stores-in-folder'

const startDay = ({ make, startOn }: OpenRunningLibraryOptions): Day =>
  make.clock === 'simulated' && startOn !== undefined ? startOn : dayOf(new Date().toISOString() as Instant)

const openOnce =
  (root: string, options: OpenRunningLibraryOptions): TaskEither<LibraryOpeningError | ViewsDamaged, RunningLibrary> =>
  async () => {
    const layout = dataFolderLayout(root, options.ring, options.ringPlaces)
    const alarm = alarmWithoutRepeats(options.alarm, machineMonotonicClock)
    const policy = options.policy === undefined ? loadPolicyOrDefault(layout, options) : E.right(options.policy)
    if (E.isLeft(policy)) return policy
    const isInFolder = options.openPrimaryStores === undefined
    const isInUse = folderContainsLibrary(layout)
    const { checkRing, checkPlaces } = createStorageLocationChecks(layout, {
      isInFolder,
      isInUse,
      takesRing: options.takeRing,
    })
    const places = await checkPlaces()
    if (E.isLeft(places)) return places
    const bulk = options.inBulk === true && isInFolder ? startBulkWriting(layout) : undefined
    const version = options.version ?? packageVersion()
    const folder = prepareDataFolder(layout, {
      ...options,
      version,
      startOn: startDay(options),
      ...(bulk === undefined ? {} : { writeToday: bulk.writeToday }),
    })
    if (E.isLeft(folder)) return folder
    const { releaseFolder, description, openedClock, wasOpenToOthers } = folder.right
    if (wasOpenToOthers && isInUse) options.alarm('FolderWasOpenToOthers')
    if (options.policyFile !== undefined) storePolicyFile(layout, options.policyFile.text)
    const opened = await (
      bulk === undefined
        ? openLibraryStores(layout, (options.openPrimaryStores ?? openStoresInFolder)(layout))
        : openBulkLibraryStores(bulk.commits, layout)
    )()
    if (E.isLeft(opened)) {
      releaseFolder()
      return opened
    }
    const ownRing = checkRing()
    if (E.isLeft(ownRing)) {
      await closeLibraryStores(opened.right)
      releaseFolder()
      return ownRing
    }
    const failingParts = createFailingSystemPartRegistry(() => new Date(), reportPartFailuresByAlarm(alarm))
    const isCheckable = bulk === undefined && isInFolder
    const fileChecks = createDatabaseFileCheckResults(isCheckable ? checkableFilesOf(layout) : [])
    const stores = watchStores(failingParts)(addFileCheckGuards({ fileChecks, failingParts })(opened.right))
    for (const warning of stores.warnings) alarm(warning)
    const decoding = createKeysAndDecoder({ stores, layout, alarm, keyCapacity: bulk === undefined ? 100_000 : 5000 })
    const { keys, eventDecoder } = decoding
    const stateCache = lruStateCache(bulk === undefined ? 20_000 : 5000)
    const evictedScopes = createEvictionCollector()
    const { readModels } = stores
    const messageStores = openMessageStores(layout, options, openedClock.clock.today, readModels.rows, keys)
    const shortTerm = shortTermStoreOfLibrary(stores, options)
    const footage = openFootageFiles(layout, options, readModels.rows, stores.schedule)
    const serverLog = createServerLogRecorder({ clock: openedClock.clock, random: systemRandom, shortTerm })
    const purgedStores = createStoresToPurgeScopesFrom({
      ...{ readModels, keys, evictedScopes, eventDecoder, stateCache, footage: footage.purgeable },
      ...messageStores.purgeable,
    })
    const reportRefusedRuns = refusedRunReporter(stores.schedule, alarm)
    const projectorOfSchedule = createProjectorOfSchedule(stores.schedule, {
      ...{ keys, evictScopes: evictScopesFromMemory(purgedStores) },
      checks: createCertificateVerification(stores.ring),
      reportRefusedRuns,
    })
    const projectorGroup = createProjectorGroup(stores.logs, eventDecoder.decode, [
      projectorOfSchedule,
      readModelsProjector(stores.readModels, stores.schedule, eventDecoder),
    ])
    const catchDamage = catchDamagedViews(failingParts)
    const catchUpSchedule = createProjectorGroup(stores.logs, eventDecoder.decode, [projectorOfSchedule]).catchUp
    const receiptDependencies = { stores, ...decoding, ...openedClock, random: systemRandom, catchUpSchedule, alarm }
    const checked = await catchDamage(
      pipe(
        catchStoreErrors(TE.fromTask(() => reportEventsOutOfRange(stores.logs, eventDecoder))),
        TE.chainW(() =>
          checkStoresAtStart(layout, stores, catchUpSchedule, { ...openedClock, random: systemRandom, alarm }),
        ),
        TE.chainW(() => openAndReplayErasureReceipt(bulk === undefined ? layout : undefined, receiptDependencies)),
      ),
    )()
    const started = pipe(
      checked,
      E.chainFirstW(() => recordVersionThatUsedFolder(layout, version)),
    )
    if (E.isLeft(started)) {
      await closeLibraryStores(stores)
      releaseFolder()
      return started
    }
    reportRefusedRuns()
    moveSimulatedClockPastClosedDays(layout, openedClock, stores.schedule)
    if (bulk === undefined) unmarkBulkWriting(layout)
    else markBulkWriting(layout)
    const components = {
      stores,
      ...decoding,
      ...{ stateCache, purgedStores, shortTerm, serverLog, evictedScopes },
      ...{ projectorGroup, failingParts, fileChecks, messageStores, footageStore: footage.store },
      ...{ random: systemRandom, policy: policy.right },
      ...servicesOfLibrary(options, description.demo),
      ...createMessageChannels(options, alarm),
      ringOwnership: await beginRingUse(layout, stores, isInFolder),
      erasureReceipt: started.right,
    }
    const library = await assembleRunningLibrary({
      ...components,
      ...openedClock,
      description,
      releaseFolder: () => {
        discardDamagedViews(layout, failingParts)
        bulk?.end()
        releaseFolder()
      },
      ...{ alarm, layout },
      areStoresInFolder: isInFolder,
    })
    bulk?.commits.onFailure(library.cancelWaiting)
    const caughtUp = await catchDamage(projectorGroup.catchUp)()
    if (E.isRight(caughtUp)) await footage.removeForgotten()
    if (E.isRight(caughtUp)) return E.right(library)
    await library.close()
    return caughtUp
  }

/**
 * Opens a data folder, or makes it, and starts the library: projectors catch up with both logs, and reactions continue
 * from their checkpoint. Read models and schedule that are found damaged are made anew. One process owns a folder.
 */
export const openRunningLibrary = (
  root: string,
  options: OpenRunningLibraryOptions,
): TaskEither<LibraryOpeningError, RunningLibrary> =>
  openRebuildingDamagedViews(
    dataFolderLayout(root, options.ring, options.ringPlaces),
    options.alarm,
  )(openOnce(root, options))
