import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { canonicalJson } from '../../../domain/event/canonical-json'
import type { EventTable } from '../../../domain/event/decode'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import type { Day } from '../../../domain/values/day'
import type { EventId, RunId, ScopeId } from '../../../domain/values/ids'
import { monthOf } from '../../../domain/values/month'
import type { LibraryClock } from '../../../domain/ports/clocks'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { Random } from '../../../domain/ports/random'
import type { ScopeToPurge } from '../../../projections/read-model/purge-scopes'
import type { ErasingPorts, PortFailed } from '../../../retention/erasing/erasing-ports'
import { destroyOrphanKeys } from '../../../retention/keys/destroy-orphan-keys'
import type { CachingScopeKeys } from '../../../retention/keys/caching-scope-keys'
import { sweepOrphanKeys } from '../../../retention/worker/sweep-orphan-keys'
import type { RetentionWorkerPorts } from '../../../retention/worker/retention-worker-ports'
import { machineClock } from '../../system/clock/machine-clock'
import { delay } from '../../system/concurrency/delay'
import type { DamagedEvents } from '../../processes/damage/damaged-events'
import type { ErasureReceipt } from '../../stores/erasure-receipt/erasure-receipt'
import { withErasureReceipt } from '../receipt/with-erasure-receipt'
import { scopesHeldByDamagedEvents } from './scopes-held-by-damaged-events'
import type { ProjectorGroup } from '../../processes/projectors/projector-group'
import type { HoldsLease } from '../../processes/leases/with-lease'
import type { Reactor } from '../../processes/reactors/reactor'
import type { EvictScopes } from './evict-scopes-from-memory'
import { readConsumerPositions } from '../operations/read-consumer-positions'
import { waitForEvictionEverywhere } from './wait-for-eviction-everywhere'
import { findScopesNotErased } from './find-scopes-not-erased'
import type { LibraryStores } from '../stores/library-stores'
import { whileHoldingLease } from './while-holding-lease'

/** What the ports of the retention worker are built from. */
export interface RetentionWorkerDependencies {
  readonly stores: LibraryStores
  readonly eventTable: EventTable
  readonly keys: CachingScopeKeys
  readonly evictScopes: EvictScopes
  readonly damagedEvents: Pick<DamagedEvents, 'list'>
  readonly projectorGroup: ProjectorGroup
  readonly reactors: ReadonlyArray<Reactor>
  readonly clock: LibraryClock
  readonly random: Random
  /** Absent when logs and keys are on servers, and in an import in bulk. */
  readonly erasureReceipt: Pick<ErasureReceipt, 'add'> | undefined
  readonly firstDay: () => Day | undefined
  readonly confirmedDate: () => Day | undefined
  /** Checked before each irreversible step. */
  readonly holdsLease: HoldsLease
}

const toPortFailed = (error: { readonly _tag: string; readonly reason?: string }): PortFailed => ({
  _tag: error._tag,
  reason: error.reason ?? error._tag,
})

const appendTo =
  ({ stores, clock, random }: RetentionWorkerDependencies): ErasingPorts['append'] =>
  (log, stream, expected, event) => {
    const today = clock.today()
    const recorded = log === 'circulation' ? today : monthOf(today)
    const id = random.uuid() as EventId
    const open = canonicalJson(event.open)
    return stores.logs[log].append(stream, expected, [
      { id, type: event.type, version: 1, recorded, open, sealed: new Uint8Array(0) },
    ])
  }

const catchUpAll = (catchUp: TE.TaskEither<EventReadError, void>): TE.TaskEither<PortFailed, void> =>
  pipe(catchUp, TE.mapLeft(toPortFailed))

/** Adds the class of each scope: rows of read models are found by scope and class. */
const withClasses = (
  { stores }: RetentionWorkerDependencies,
  scopes: ReadonlyArray<ScopeId>,
): ReadonlyArray<ScopeToPurge> =>
  scopes.flatMap((scope) => {
    const scheduled = stores.schedule.findScope(scope)
    return scheduled === undefined ? [] : [{ scope, class: scheduled.class }]
  })

/** A damaged event may have named the scope of any key that no event names now. So no key counts as an orphan. */
const unlessDamaged =
  ({ damagedEvents }: RetentionWorkerDependencies) =>
  (sweep: TE.TaskEither<Unavailable, number>): TE.TaskEither<PortFailed, number> =>
  () =>
    damagedEvents.list().length > 0 ? TE.right(0)() : pipe(sweep, TE.mapLeft(toPortFailed))()

/** Creates the ports of the retention worker from the stores of a library. */
export const createRetentionWorkerPorts = (dependencies: RetentionWorkerDependencies): RetentionWorkerPorts => {
  const { stores, eventTable, keys, projectorGroup, clock, random } = dependencies
  const { readModels, keyStore, schedule } = stores
  const { append, fenceKeys, destroy } = whileHoldingLease(dependencies.holdsLease, {
    append: withErasureReceipt(dependencies.erasureReceipt, stores)(appendTo(dependencies)),
    fenceKeys: keyStore.fence,
    destroy: destroyOrphanKeys(keyStore, keys),
  })
  return {
    schedule,
    append,
    fenceKeys,
    catchUpSchedule: catchUpAll(projectorGroup.catchUp),
    readKeyRows: keyStore.read,
    checkpointKeyStore: keyStore.checkpointTruncate,
    evictKeys: (scopes) =>
      pipe(
        TE.fromIO(() => dependencies.evictScopes(withClasses(dependencies, scopes))),
        TE.chain(() => waitForEvictionEverywhere(machineClock, stores.coordination.processRegistry)(scopes)),
      ),
    purgeRows: (scopes) =>
      pipe(readModels.purgeInBackground(withClasses(dependencies, scopes)), TE.mapLeft(toPortFailed)),
    countRows: (scopes) => () =>
      Promise.resolve(
        E.right(withClasses(dependencies, scopes).reduce((total, scope) => total + readModels.count(scope), 0)),
      ),
    findNotErased: findScopesNotErased(stores.logs, eventTable, keys),
    sign: stores.ring.sign,
    sleep: (ms) => () => delay(ms),
    today: clock.today,
    consumerPositions: () => Promise.resolve(readConsumerPositions(projectorGroup, dependencies.reactors)),
    scopesOnHold: () => new Set(),
    scopesHeldByDamagedEvents: () => scopesHeldByDamagedEvents(schedule, dependencies.damagedEvents.list()),
    sweepOrphanKeys: unlessDamaged(dependencies)(
      sweepOrphanKeys({ page: keyStore.page, schedule, destroy, clock: machineClock }),
    ),
    newRunId: () => random.uuid() as RunId,
    firstDay: dependencies.firstDay,
    dateConfirmedOn: dependencies.confirmedDate,
  }
}
