import { setImmediate } from 'node:timers/promises'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { canonicalJson } from '../../../domain/event/canonical-json'
import type { EventTable } from '../../../domain/event/decode-event-parts'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import { legalHoldLock } from '../../../domain/use-cases/legal-hold-lock'
import type { Day } from '../../../domain/values/day'
import type { EventId, RunId } from '../../../domain/values/ids'
import { monthOf } from '../../../domain/values/month'
import type { LibraryClock } from '../../../domain/ports/clocks'
import type { Random } from '../../../domain/ports/random'
import type { ShortTermStore } from '../../../domain/ports/short-term-store'
import type { PurgedStoreName } from '../../../retention/derived-stores/derived-store'
import {
  evictScopesFromMemory,
  purgeFromFiles,
  storesStillHoldingScopes,
  type PurgedStores,
} from '../../../retention/derived-stores/purged-stores'
import { toPortFailed, type ErasingPorts, type PortFailed } from '../../../retention/erasing/erasing-ports'
import { destroyOrphanKeys } from '../../../retention/keys/destroy-orphan-keys'
import type { CachingScopeKeys } from '../../../retention/keys/caching-scope-keys'
import { sweepOrphanKeys } from '../../../retention/worker/sweep-orphan-keys'
import type { RetentionWorkerPorts } from '../../../retention/worker/retention-worker-ports'
import { machineMonotonicClock } from '../../system/clock/machine-monotonic-clock'
import { delay } from '../../system/concurrency/delay'
import type { AlarmReporter } from '../../processes/failures/alarm-without-repeats'
import type { DamagedEventRegistry } from '../../processes/damage/damaged-event-registry'
import type { ErasureReceipt } from '../../stores/erasure-receipt/erasure-receipt'
import { writeErasureReceipt } from '../receipt/write-erasure-receipt'
import { scopesHeldByDamagedEvents } from './scopes-held-by-damaged-events'
import type { ProjectorGroup } from '../../processes/projectors/projector-group'
import type { HoldsLease } from '../../processes/leases/with-lease'
import type { Reactor } from '../../processes/reactors/reactor'
import { legalHoldsOfLibrary } from '../holds/read-legal-holds'
import { readConsumerPositions } from '../operations/read-consumer-positions'
import {
  countShortTermEntriesOfScopes,
  removeShortTermEntriesOfScopes,
} from '../derived-stores/short-term-entries-of-scopes'
import { waitForEvictionEverywhere } from './wait-for-eviction-everywhere'
import { readScopesDeclaredByErasureRun } from './read-scopes-declared-by-erasure-run'
import { findScopesNotErased } from './find-scopes-not-erased'
import type { LibraryStores } from '../stores/library-stores'
import { requireLeaseForIrreversibleSteps } from './require-lease-for-irreversible-steps'

/** What the ports of the retention worker are built from. */
export interface RetentionWorkerPortsDependencies {
  readonly stores: LibraryStores
  readonly eventTable: EventTable
  readonly keys: CachingScopeKeys
  readonly purgedStores: PurgedStores
  readonly shortTerm: Pick<ShortTermStore, 'removeOfSubject' | 'countOfSubject'>
  readonly damagedEvents: Pick<DamagedEventRegistry, 'list'>
  readonly projectorGroup: ProjectorGroup
  readonly reactors: ReadonlyArray<Reactor>
  readonly alarm: AlarmReporter
  readonly clock: LibraryClock
  readonly random: Random
  /** Absent when logs and keys are on servers, and in an import in bulk. */
  readonly erasureReceipt: Pick<ErasureReceipt, 'add'> | undefined
  readonly firstDay: () => Day | undefined
  readonly confirmedDate: () => Day | undefined
  /** Checked before each irreversible step. */
  readonly holdsLease: HoldsLease
}

/** Appends an event without sealed parts. */
export const appendEventWithoutSealedParts =
  ({
    stores,
    clock,
    random,
  }: Pick<RetentionWorkerPortsDependencies, 'stores' | 'clock' | 'random'>): ErasingPorts['append'] =>
  (log, stream, expected, event) => {
    const today = clock.today()
    const recorded = log === 'circulation' ? today : monthOf(today)
    const id = random.uuid() as EventId
    const open = canonicalJson(event.open)
    return stores.logs[log].append(stream, expected, [
      { id, type: event.type, version: 1, recorded, open, sealed: new Uint8Array(0) },
    ])
  }

/** Nothing is erased because of a log whose events from before the codes are not those that the ring has signed. */
const unlessOlderEventsChanged =
  ({ stores }: RetentionWorkerPortsDependencies) =>
  (catchUp: TE.TaskEither<PortFailed, void>): TE.TaskEither<PortFailed, void> =>
    stores.warnings.includes('OlderEventsChanged')
      ? TE.left({
          _tag: 'OlderEventsChanged',
          reason:
            'events from before the codes are not those that the ring has signed: glemsom log check names the log',
        })
      : catchUp

/** Lets commands run before a step that works on this thread without a pause. */
const afterGivingWay =
  <E, A>(step: TE.TaskEither<E, A>): TE.TaskEither<E, A> =>
  async () => {
    await setImmediate()
    return step()
  }

const catchUpAll = (catchUp: TE.TaskEither<EventReadError, void>): TE.TaskEither<PortFailed, void> =>
  pipe(catchUp, TE.mapLeft(toPortFailed))

/** A damaged event may have named the scope of any key that no event names now. So no key counts as an orphan. */
const unlessDamaged =
  ({ damagedEvents }: RetentionWorkerPortsDependencies) =>
  (sweep: TE.TaskEither<PortFailed, number>): TE.TaskEither<PortFailed, number> =>
  () =>
    damagedEvents.list().length > 0 ? TE.right(0)() : sweep()

/** Creates the ports of the retention worker from the stores of a library. */
export const createRetentionWorkerPorts = (dependencies: RetentionWorkerPortsDependencies): RetentionWorkerPorts => {
  const { stores, eventTable, keys, purgedStores, projectorGroup, clock, random } = dependencies
  const { keyStore, schedule } = stores
  const catchUpSchedule = unlessOlderEventsChanged(dependencies)(catchUpAll(projectorGroup.catchUp))
  const { append, fenceKeys, writeReceipt, destroy } = requireLeaseForIrreversibleSteps(dependencies.holdsLease, {
    append: appendEventWithoutSealedParts(dependencies),
    fenceKeys: keyStore.fence,
    writeReceipt: writeErasureReceipt(dependencies.erasureReceipt),
    destroy: destroyOrphanKeys(keyStore, keys),
  })
  return {
    schedule,
    append,
    fenceKeys,
    readDeclaration: readScopesDeclaredByErasureRun(stores.logs, eventTable),
    raiseAlarm: dependencies.alarm,
    catchUpSchedule,
    readKeyRows: (scopes) => afterGivingWay(keyStore.read(scopes)),
    checkpointKeyStore: keyStore.checkpointTruncate,
    evictKeys: (scopes) =>
      pipe(
        TE.fromIO(() => evictScopesFromMemory(purgedStores)(scopes)),
        TE.chain(() =>
          waitForEvictionEverywhere(
            machineMonotonicClock,
            stores.coordination.processRegistry,
          )(scopes.map(({ scope }) => scope)),
        ),
      ),
    purgeRows: (scopes) =>
      pipe(
        purgeFromFiles(purgedStores)(scopes),
        TE.chain(() => removeShortTermEntriesOfScopes(dependencies.shortTerm)(scopes)),
      ),
    storesHolding: (scopes) =>
      afterGivingWay(() => {
        // A command that began before the erasure may have cached a state since.
        evictScopesFromMemory(purgedStores)(scopes)
        return pipe(
          countShortTermEntriesOfScopes(dependencies.shortTerm)(scopes),
          TE.map((count): ReadonlyArray<PurgedStoreName> => [
            ...storesStillHoldingScopes(purgedStores)(scopes),
            ...(count > 0 ? (['short-term store'] as const) : []),
          ]),
        )()
      }),
    findNotErased: findScopesNotErased(stores.logs, eventTable, keys),
    writeReceipt,
    sign: stores.ring.sign,
    sleep: (ms) => () => delay(ms),
    today: clock.today,
    consumerPositions: () => Promise.resolve(readConsumerPositions(projectorGroup, dependencies.reactors)),
    legalHolds: () => legalHoldsOfLibrary(dependencies),
    whileNoHoldIsSet: (task) => pipe(task, stores.coordination.namedLock(legalHoldLock)),
    scopesHeldByDamagedEvents: () => scopesHeldByDamagedEvents(schedule, dependencies.damagedEvents.list()),
    sweepOrphanKeys: unlessDamaged(dependencies)(
      sweepOrphanKeys({
        ...{ livingScopes: keyStore.livingScopes, schedule, catchUpSchedule, clock: machineMonotonicClock },
        destroy: (scopes) => pipe(destroy(scopes), TE.mapLeft(toPortFailed)),
        giveWay: () => setImmediate(),
      }),
    ),
    newRunId: () => random.uuid() as RunId,
    firstDay: dependencies.firstDay,
    dateConfirmedOn: dependencies.confirmedDate,
  }
}
