import { makeEvictedScopes } from '../../retention/keys/evicted-scopes'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Day } from '../../domain/values/day'
import { dayOf, type Instant } from '../../domain/values/instant'
import type { Ore } from '../../domain/values/ore'
import type { PolicyByDay } from '../../domain/policy/policy-by-day'
import { machineClock } from '../system/clock/machine-clock'
import { markBulkWriting, unmarkBulkWriting } from '../stores/data-folder/bulk-marker'
import { folderContainsLibrary } from '../stores/data-folder/folder-contains-library'
import { recordUse, type FolderDescription } from '../stores/data-folder/folder-description'
import { dataFolderLayout, type RingPlaces } from '../stores/data-folder/data-folder-layout'
import { storePolicyFile } from './opening/stored-policy-file'
import { packageVersion } from '../system/package-version'
import { systemRandom } from '../system/random/system-random'
import { catchStoreErrors } from '../processes/catch-store-errors'
import { reportEventsOutOfRange } from '../processes/damage/report-events-out-of-range'
import { createFileChecks } from '../processes/damage/database-file-checks'
import { alarmWithoutRepeats, type Alarm } from '../processes/failures/alarm-without-repeats'
import { createFailingParts } from '../processes/failures/failing-parts'
import { reportByAlarm } from '../processes/failures/report-by-alarm'
import { guardCheckedFiles } from './opening/guard-checked-files'
import { watchStores } from './opening/watch-stores'
import { createProjectorGroup } from '../processes/projectors/projector-group'
import { refusedRunReporter } from '../processes/retention/refused-run-reporter'
import { lruStateCache } from '../processes/running-library/lru-state-cache'
import type { RunningLibrary } from '../processes/running-library/running-library'
import { createKeysAndDecoder } from './opening/create-keys-and-decoder'
import { declarationChecks } from '../../retention/certificates/declaration-checks'
import { scheduleProjector, readModelsProjector } from './opening/projectors'
import { createPurgedStores } from './derived-stores/create-purged-stores'
import { evictFromMemory } from '../../retention/derived-stores/purged-stores'
import { catchUpClock, startBulkWriting } from './opening/bulk-writing'
import {
  catchDamagedViews,
  discardDamagedViews,
  makeDamagedViewsAnew,
  type ViewsDamaged,
} from './opening/damaged-views'
import { checkStoresAtStart } from './opening/check-stores-at-start'
import { choosePolicy, type NamedPolicyFile } from './opening/choose-policy'
import type { OpenLibraryError } from './open-library-error'
import { defaultEscrowDays } from './epochs/escrow-settings'
import { createPlaceChecks } from './opening/create-place-checks'
import { beginRingUse } from './opening/ring-use'
import { prepareDataFolder } from './opening/prepare-data-folder'
import { startErasureReceipt } from './receipt/start-erasure-receipt'
import { checkableFilesOf } from './operations/check-files'
import { closeLibraryStores, openBulkLibraryStores, openLibraryStores } from './stores/library-stores'
import { assembleRunningLibrary } from './assemble-running-library'
import type { OpenPrimaryStores } from './stores/primary-stores'
import { openStoresInFolder } from './stores/open-stores-in-folder'

/** How to open a data folder, or make a new one. */
export interface OpenLibraryOptions {
  /** The description of a new folder. */
  readonly make: Omit<FolderDescription, 'format'>
  /** The first day of a new simulated clock. */
  readonly startOn?: Day
  readonly ring?: string
  /** Folders of the ring that lie elsewhere. */
  readonly ringPlaces?: RingPlaces
  /** The folder takes the ring from another data folder that used it. */
  readonly takeRing?: boolean
  /** How many days the wrapping keys of retired epochs stay in escrow; default: 7. */
  readonly escrowDays?: number
  readonly production: boolean
  /** The policy by day; when undefined, that of the policy file. */
  readonly policy?: PolicyByDay
  /** The policy file that the command names. The folder stores it, and its policy holds until another one is named. */
  readonly policyFile?: NamedPolicyFile | undefined
  /** Another handling fee than that of the policy, in øre. */
  readonly handlingFee?: Ore
  /** The version of Glemsom that opens the folder; default: this one. */
  readonly version?: string
  /** Opens logs and keys that are not in the folder itself. */
  readonly openPrimaryStores?: OpenPrimaryStores
  /**
   * Nobody else waits for what is written: it becomes durable with `flush`, many writes together. Without effect when
   * logs and keys are not in the folder.
   */
  readonly inBulk?: boolean
  /** Reports what must never happen: the kind of the alarm and, for a damaged event, its place. Names no person. */
  readonly alarm: Alarm
}

const startDay = ({ make, startOn }: OpenLibraryOptions): Day =>
  make.clock === 'simulated' && startOn !== undefined ? startOn : dayOf(new Date().toISOString() as Instant)

const openOnce =
  (root: string, options: OpenLibraryOptions): TaskEither<OpenLibraryError | ViewsDamaged, RunningLibrary> =>
  async () => {
    const layout = dataFolderLayout(root, options.ring, options.ringPlaces)
    const alarm = alarmWithoutRepeats(options.alarm, machineClock)
    const policy = options.policy === undefined ? choosePolicy(layout, options) : E.right(options.policy)
    if (E.isLeft(policy)) return policy
    const isInFolder = options.openPrimaryStores === undefined
    const isInUse = folderContainsLibrary(layout)
    const { checkRing, checkPlaces } = createPlaceChecks(layout, { isInFolder, isInUse, takesRing: options.takeRing })
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
    const failingParts = createFailingParts(() => new Date(), reportByAlarm(alarm))
    const isCheckable = bulk === undefined && isInFolder
    const fileChecks = createFileChecks(isCheckable ? checkableFilesOf(layout) : [])
    const stores = watchStores(failingParts)(guardCheckedFiles({ fileChecks, failingParts })(opened.right))
    for (const warning of stores.warnings) alarm(warning)
    const decoding = createKeysAndDecoder({ stores, layout, alarm, keyCapacity: bulk === undefined ? 100_000 : 5000 })
    const { keys, eventDecoder } = decoding
    const stateCache = lruStateCache(bulk === undefined ? 20_000 : 5000)
    const evictedScopes = makeEvictedScopes()
    const { readModels } = stores
    const purgedStores = createPurgedStores({ readModels, keys, evictedScopes, eventDecoder, stateCache })
    const reportRefusedRuns = refusedRunReporter(stores.schedule, alarm)
    const projectorOfSchedule = scheduleProjector(stores.schedule, {
      ...{ keys, evictScopes: evictFromMemory(purgedStores) },
      checks: declarationChecks(stores.ring),
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
        TE.chainW(() => startErasureReceipt(bulk === undefined ? layout : undefined, receiptDependencies)),
      ),
    )()
    const started = pipe(
      checked,
      E.chainFirstW(() => recordUse(layout, version)),
    )
    if (E.isLeft(started)) {
      await closeLibraryStores(stores)
      releaseFolder()
      return started
    }
    reportRefusedRuns()
    catchUpClock(layout, openedClock, stores.schedule)
    if (bulk === undefined) unmarkBulkWriting(layout)
    else markBulkWriting(layout)
    const components = {
      stores,
      ...decoding,
      stateCache,
      purgedStores,
      evictedScopes,
      projectorGroup,
      failingParts,
      fileChecks,
      random: systemRandom,
      policy: policy.right,
      escrowDays: options.escrowDays ?? defaultEscrowDays,
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
      alarm,
      layout,
      areStoresInFolder: isInFolder,
    })
    bulk?.commits.onFailure(library.cancelWaiting)
    const caughtUp = await catchDamage(projectorGroup.catchUp)()
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
  options: OpenLibraryOptions,
): TaskEither<OpenLibraryError, RunningLibrary> =>
  makeDamagedViewsAnew(dataFolderLayout(root, options.ring, options.ringPlaces), options.alarm)(openOnce(root, options))
