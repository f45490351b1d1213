import { randomUUID } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { checkLivingKeysExist } from '../../../adapters/composition/opening/check-living-keys-exist'
import { destroyRestoredKeys } from '../../../adapters/composition/opening/destroy-restored-keys'
import { scheduleProjector } from '../../../adapters/composition/opening/projectors'
import { rewrapRestoredKeys } from '../../../adapters/composition/opening/rewrap-restored-keys'
import { replayErasureReceipt } from '../../../adapters/composition/receipt/replay-erasure-receipt'
import { withErasureReceipt } from '../../../adapters/composition/receipt/with-erasure-receipt'
import { replayErasures } from '../../../adapters/composition/restore/replay-erasures'
import { findScopesNotErased } from '../../../adapters/composition/retention/find-scopes-not-erased'
import { readDeclaredScopes } from '../../../adapters/composition/retention/read-declared-scopes'
import { createEventDecoder } from '../../../adapters/processes/projectors/event-decoder'
import { createProjectorGroup } from '../../../adapters/processes/projectors/projector-group'
import { memorySchedule } from '../../../adapters/stores/schedule/memory/memory-schedule'
import { eventTableOf } from '../../../domain/event/decode'
import { eventDefinitions } from '../../../domain/event-definitions'
import { sealContextOf, type SealedEvent } from '../../../domain/command-handling/open-event'
import { sealEvents } from '../../../domain/command-handling/seal-events'
import type { AnyEvent } from '../../../domain/event/define-event'
import type { LogName, StreamName } from '../../../domain/event/stream'
import type { AppendError, ExpectedRevision } from '../../../domain/ports/event-store'
import type { SealError, Unavailable } from '../../../domain/ports/scope-keys'
import type { EventId, RunId, ScopeId } from '../../../domain/values/ids'
import { declarationChecks } from '../../../retention/certificates/declaration-checks'
import { deletionClasses } from '../../../retention/classes/deletion-classes'
import { destroyRetiredEpochs } from '../../../retention/epochs/destroy-retired-epochs'
import { rollEpoch, type RollPorts } from '../../../retention/epochs/roll-epoch'
import { toPortFailed } from '../../../retention/erasing/erasing-ports'
import { noLegalHolds } from '../../../retention/guards/legal-holds'
import { makeCachingScopeKeys } from '../../../retention/keys/caching-scope-keys'
import { destroyOrphanKeys } from '../../../retention/keys/destroy-orphan-keys'
import { makeRetentionWorker } from '../../../retention/worker/retention-worker'
import type { RetentionWorkerPorts } from '../../../retention/worker/retention-worker-ports'
import { sweepOrphanKeys } from '../../../retention/worker/sweep-orphan-keys'
import { callAtOnce, keyStoreAround, logAround, ringAround, type AroundPort } from './around-ports'
import { recordedIn, storedOpenEvent, type DurableLibrary } from './durable-library'
import { projectRows } from './row-projector'

/** Days. */
export const escrowDays = 7

export const eventTable = eventTableOf(eventDefinitions)

/** A process of a library: what it has in memory, and the operations on what is durable. */
export type LibraryProcess = ReturnType<typeof startProcess>

/**
 * Starts a process over a library. It has a cache of keys, a decoder with a cache, a schedule and a read model of its own;
 * it appends, seals, opens, erases and rolls epochs by the code of a service. Every call of a port goes through `callPort`.
 */
export const startProcess = (library: DurableLibrary, callPort: AroundPort = callAtOnce) => {
  const store = keyStoreAround(callPort, library.keys.store())
  const ring = ringAround(callPort, library.ring.open())
  const logs = {
    circulation: logAround(callPort, library.logs.circulation),
    persons: logAround(callPort, library.logs.persons),
  }
  const schedule = memorySchedule()
  const alarms: string[] = []
  const clock = { elapsed: () => library.elapsed }
  let clearDecoder = (): void => undefined
  const keys = makeCachingScopeKeys({
    ...{ store, ring, clock, isEnded: schedule.isEnded, capacity: 1000 },
    alarm: (kind) => void alarms.push(kind),
    plaintextDropped: () => clearDecoder(),
  })
  const decoder = createEventDecoder(eventTable, keys)
  clearDecoder = decoder.clear
  const scheduled = scheduleProjector(schedule, {
    ...{ keys, checks: declarationChecks(ring), reportRefusedRuns: () => undefined },
    evictScopes: (scopes) => keys.evict(scopes.map(({ scope }) => scope)),
  })
  let rows = projectRows(decoder, schedule)
  let group = createProjectorGroup(logs, decoder.decode, [scheduled, rows.projector])
  const catchUp = () => group.catchUp()
  const stores = { logs, keyStore: store, ring, schedule }

  const append = (log: LogName, stream: StreamName, expected: ExpectedRevision, event: AnyEvent) =>
    logs[log].append(stream, expected, [storedOpenEvent(log, library.today, event)])
  const receipt = {
    add: (erased: DurableLibrary['receipt'][number]) => E.right(void library.receipt.push(erased)),
  }
  const evict = (scopes: ReadonlyArray<ScopeId>): void => {
    keys.evict(scopes)
    decoder.clear()
  }
  /** What another process does before it confirms an eviction: it reads both logs to their ends. */
  const evictWhenCaughtUp = async (scopes: ReadonlyArray<ScopeId>): Promise<void> => {
    await catchUp()
    evict(scopes)
  }
  library.processes.add(evictWhenCaughtUp)
  const idsOf = (scopes: ReadonlyArray<{ readonly scope: ScopeId }>) => scopes.map(({ scope }) => scope)
  const catchUpSchedule = pipe(catchUp, TE.mapLeft(toPortFailed))
  const workerPorts: RetentionWorkerPorts = {
    schedule,
    append: withErasureReceipt(receipt, { schedule })(append),
    readDeclaration: readDeclaredScopes(logs, eventTable),
    raiseAlarm: (kind) => void alarms.push(kind),
    catchUpSchedule,
    fenceKeys: store.fence,
    readKeyRows: store.read,
    checkpointKeyStore: store.checkpointTruncate,
    evictKeys: (scopes) => async () => {
      evict(idsOf(scopes))
      for (const evictThere of library.processes) await evictThere(idsOf(scopes))
      return E.right(undefined)
    },
    purgeRows: (scopes) => TE.fromIO(() => rows.purge(idsOf(scopes))),
    storesHolding: (scopes) =>
      TE.fromIO(() => {
        evict(idsOf(scopes))
        return rows.count(idsOf(scopes)) > 0 ? (['read models'] as const) : []
      }),
    findNotErased: findScopesNotErased(logs, eventTable, keys),
    sign: ring.sign,
    sleep: () => () => Promise.resolve(),
    today: () => library.today,
    consumerPositions: () => Promise.resolve([]),
    legalHolds: () => ({ ...noLegalHolds, count: library.held.size, scopes: library.held }),
    whileNoHoldIsSet: (task) => task,
    scopesHeldByDamagedEvents: () => new Set(),
    sweepOrphanKeys: sweepOrphanKeys({ page: store.page, schedule, destroy: destroyOrphanKeys(store, keys), clock }),
    newRunId: () => randomUUID() as RunId,
    firstDay: () => library.today,
    dateConfirmedOn: () => library.today,
  }
  const rollPorts: RollPorts = {
    ...{ ring, store, isEnded: schedule.isEnded, catchUpSchedule },
    giveWay: () => Promise.resolve(),
    alarm: (kind) => void alarms.push(kind),
    checkpointKeyStore: store.checkpointTruncate,
    moveReadModels: () => TE.right(undefined),
    today: () => library.today,
  }
  const rebuild = async () => {
    const replacement = projectRows(decoder, schedule)
    const caughtUp = await createProjectorGroup(logs, decoder.decode, [replacement.projector]).catchUp()
    if (E.isLeft(caughtUp)) return caughtUp
    rows = replacement
    group = createProjectorGroup(logs, decoder.decode, [scheduled, rows.projector])
    return catchUp()
  }
  /** Seals an event and appends it, at the end of its stream. Answers the sealed event. */
  const record = async (
    log: LogName,
    stream: StreamName,
    revision: number,
    event: AnyEvent,
  ): Promise<E.Either<SealError | AppendError, SealedEvent>> => {
    const ids = [randomUUID() as EventId]
    const pending = { address: { log, stream }, firstRevision: revision, ids, recorded: recordedIn(log, library.today) }
    const sealed = await sealEvents({ keys, eventTable })(pending, [event])()
    if (E.isLeft(sealed)) return sealed
    const appended = await logs[log].append(stream, revision === 0 ? 'none' : revision - 1, sealed.right)()
    if (E.isLeft(appended)) return appended
    const stored = { ...sealed.right[0]!, stream, revision, position: appended.right.position }
    const decoded = decoder.decode(log)(stored)
    if (E.isLeft(decoded)) throw new Error('the event cannot be decoded')
    library.written.push(decoded.right)
    return E.right(decoded.right)
  }
  const replayErased = pipe(
    replayErasureReceipt(
      { stores, catchUpSchedule: catchUp, clock: workerPorts, random: { uuid: randomUUID } },
      { runs: () => library.receipt },
    ),
    TE.chainW(() => () => replayErasures(eventTable)(stores)),
  )
  return {
    ...{ schedule, keys, alarms, catchUp, append, record, rebuild, ring },
    /** Checks the stores and destroys what is erased, as an opening does. With a backup, erasures are replayed first. */
    open: (isRestored: boolean, acceptLost: boolean): TE.TaskEither<Unavailable | { readonly _tag: string }, unknown> =>
      pipe(
        catchUp,
        TE.chainW(() => (isRestored ? replayErased : TE.right(0))),
        TE.chainW(() => checkLivingKeysExist(stores, () => acceptLost)),
        TE.chainW(() => destroyRestoredKeys(stores)),
        TE.chainW(() => rewrapRestoredKeys(stores, (kind) => void alarms.push(kind))),
      ),
    runWorker: makeRetentionWorker(workerPorts, deletionClasses),
    roll: rollEpoch(rollPorts),
    destroyDueEpochs: destroyRetiredEpochs({
      ...{ ring, today: () => library.today, escrowDays },
      appendFirst: (stream, event) => append('circulation', stream, 'none', event),
    }),
    /** What this process answers for each part of an event. */
    openParts: async (event: SealedEvent): Promise<ReadonlyArray<string>> =>
      (await keys.openParts(sealContextOf(event), event.stored.sealed, event.parts)()).map(({ _tag }) => _tag),
    /** How much this process has in memory of scopes: keys, opened events and rows. */
    countInMemory: (scopes: ReadonlyArray<ScopeId>) =>
      keys.countKeys(scopes) + keys.countPlaintext(scopes) + decoder.countOpened(scopes) + rows.count(scopes),
    countRows: () => rows.size(),
    stop: () => void library.processes.delete(evictWhenCaughtUp),
  }
}
