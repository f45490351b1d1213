import { randomUUID } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { readModelsProjector, createProjectorOfSchedule } from '../../../adapters/composition/opening/projectors'
import { writeErasureReceipt } from '../../../adapters/composition/receipt/write-erasure-receipt'
import { findScopesNotErased } from '../../../adapters/composition/retention/find-scopes-not-erased'
import { readScopesDeclaredByErasureRun } from '../../../adapters/composition/retention/read-scopes-declared-by-erasure-run'
import { isScheduleAtEnds } from '../../../adapters/composition/opening/is-schedule-at-ends'
import { scopesHeldByDamagedEvents } from '../../../adapters/composition/retention/scopes-held-by-damaged-events'
import { createDamagedEvents } from '../../../adapters/processes/damage/damaged-event-registry'
import { withStandInsForDamagedEvents } from '../../../adapters/processes/damage/with-stand-ins-for-damaged-events'
import { createEventDecoder } from '../../../adapters/processes/projectors/event-decoder'
import { withScheduleCaughtUpFirst } from '../../../adapters/processes/projectors/with-schedule-caught-up-first'
import { createProjectorGroup } from '../../../adapters/processes/projectors/projector-group'
import { createMemorySchedule } from '../../../adapters/stores/schedule/memory/memory-schedule'
import { eventDefinitionsByType } from '../../../domain/event/decode-event-parts'
import { eventDefinitions } from '../../../domain/event-definitions'
import { sealContextOf, type EventReadError, type SealedEvent } from '../../../domain/command-handling/open-event'
import { sealEvents } from '../../../domain/command-handling/seal-events'
import type { AnyEvent } from '../../../domain/event/define-event'
import type { LogName, StreamName } from '../../../domain/event/stream'
import type { AppendError, ExpectedRevision } from '../../../domain/ports/event-store'
import type { SealError } from '../../../domain/ports/scope-keys'
import type { EventId, RunId } from '../../../domain/values/ids'
import { createCertificateVerification } from '../../../retention/certificates/certificate-verification'
import { deletionClasses } from '../../../retention/classes/deletion-classes'
import { destroyEscrowedWrappingKeys } from '../../../retention/epochs/destroy-escrowed-wrapping-keys'
import { rewrapThroughRing } from '../../../retention/epochs/rewrap-through-ring'
import { rollEpoch, type RollPorts } from '../../../retention/epochs/roll-epoch'
import { takeEpochStep } from '../../../retention/epochs/take-epoch-step'
import { toPortFailed, type PortFailed } from '../../../retention/erasing/erasing-ports'
import { noLegalHolds } from '../../../retention/guards/legal-holds'
import { makeCachingScopeKeys } from '../../../retention/keys/caching-scope-keys'
import { destroyOrphanKeys } from '../../../retention/keys/destroy-orphan-keys'
import { makeRetentionWorker } from '../../../retention/worker/retention-worker'
import type { RetentionWorkerPorts } from '../../../retention/worker/retention-worker-ports'
import { sweepOrphanKeys } from '../../../retention/worker/sweep-orphan-keys'
import { callAtOnce, keyStoreAround, logAround, receiptAround, ringAround, type AroundPort } from './around-ports'
import { recordedIn, storedOpenEvent, type DurableLibrary, type RunningProcess } from './durable-library'
import { openStores } from './open-stores'
import { processMemory } from './process-memory'
import { withErasuresReadWhenKeyIsFenced } from '../../../retention/keys/with-erasures-read-when-key-is-fenced'
import { loadStates } from './record-states'
import { replaceableRowsInMemory } from './rows-in-memory'

/** Days. */
export const escrowDays = 7

const eventTable = eventDefinitionsByType(eventDefinitions)

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
  const schedule = createMemorySchedule()
  const alarms: string[] = []
  const [clock, giveWay] = [{ elapsed: () => library.elapsed }, () => Promise.resolve()]
  let clearDecoder = (): void => undefined
  const keys = makeCachingScopeKeys({
    ...{ store, ring, clock, isEnded: schedule.isEnded, capacity: 1000 },
    alarm: (kind) => void alarms.push(kind),
    plaintextDropped: () => clearDecoder(),
  })
  const bareDecoder = createEventDecoder(eventTable, keys)
  clearDecoder = bareDecoder.clear
  const damagedEvents = createDamagedEvents({ read: () => [], write: () => undefined }, () => undefined)
  const knowsEveryErasure = isScheduleAtEnds({ logs, schedule })
  // Records have streams of their own here, so the place of an event is not checked.
  const { decode } = bareDecoder
  const decoder = { ...withStandInsForDamagedEvents({ damagedEvents, knowsEveryErasure })(bareDecoder), decode }
  const rows = replaceableRowsInMemory()
  const memory = processMemory({ keys, decoder, rows })
  const { evict, whatIsInMemory } = memory
  const scheduled = createProjectorOfSchedule(schedule, {
    ...{ keys, checks: createCertificateVerification(ring), reportRefusedRuns: () => undefined },
    evictScopes: evict,
  })
  const { catchUp } = createProjectorGroup(logs, decode, [scheduled, readModelsProjector(rows, schedule, decoder)])
  const stores = { logs, keyStore: store, ring, schedule }

  const append = (log: LogName, stream: StreamName, expected: ExpectedRevision, event: AnyEvent) =>
    logs[log].append(stream, expected, [storedOpenEvent(log, library.today, event)])
  const catchUpSchedule = pipe(catchUp, TE.mapLeft(toPortFailed))
  const sweeping = { schedule, catchUpSchedule, clock, giveWay }
  const asSeenByOthers: RunningProcess = {
    confirmEviction: pipe(
      catchUpSchedule,
      TE.flatMap(() => pipe(rows.purgeInBackground([]), TE.mapLeft(toPortFailed))),
    ),
    takeEpochStep: takeEpochStep({ ring, moveReadModels: () => TE.right(undefined) }),
  }
  library.processes.add(asSeenByOthers)
  const askOthers = (request: (process: RunningProcess) => TE.TaskEither<PortFailed, void>) =>
    pipe(
      TE.fromIO(() => [...library.processes].filter((process) => process !== asSeenByOthers)),
      TE.flatMap(TE.traverseArray(request)),
      TE.map(() => undefined),
    )
  const workerPorts: RetentionWorkerPorts = {
    schedule,
    append,
    readDeclaration: readScopesDeclaredByErasureRun(logs, eventTable),
    raiseAlarm: (kind) => void alarms.push(kind),
    catchUpSchedule,
    fenceKeys: store.fence,
    readKeyRows: store.read,
    checkpointKeyStore: store.checkpointTruncate,
    evictKeys: (scopes) =>
      pipe(
        TE.fromIO(() => evict(scopes)),
        TE.flatMap(() => askOthers(({ confirmEviction }) => confirmEviction)),
      ),
    purgeRows: memory.purgeRows,
    storesHolding: (scopes) =>
      TE.fromIO(() => {
        evict(scopes)
        return whatIsInMemory(scopes)
      }),
    findNotErased: findScopesNotErased(logs, eventTable, keys),
    writeReceipt: writeErasureReceipt(receiptAround(callPort, library.receipt)),
    sign: ring.sign,
    sleep: () => giveWay,
    today: () => library.today,
    consumerPositions: () => Promise.resolve([]),
    legalHolds: () => ({ ...noLegalHolds, count: library.held.size, scopes: library.held }),
    whileNoHoldIsSet: (task) => task,
    scopesHeldByDamagedEvents: () => scopesHeldByDamagedEvents(schedule, damagedEvents.list()),
    sweepOrphanKeys: sweepOrphanKeys({ ...store, ...sweeping, destroy: destroyOrphanKeys(store, keys) }),
    newRunId: () => randomUUID() as RunId,
    firstDay: () => library.today,
    dateConfirmedOn: () => library.today,
  }
  const rollPorts: RollPorts = {
    ...{ ring, store, catchUpSchedule },
    startRewrapping: rewrapThroughRing({
      ...{ ring, store, isEnded: schedule.isEnded, elapsed: () => 0, giveWay: () => Promise.resolve() },
    }),
    elapsed: () => 0,
    giveWay: () => Promise.resolve(),
    alarm: (kind) => void alarms.push(kind),
    checkpointKeyStore: store.checkpointTruncate,
    moveReadModels: () => TE.right(undefined),
    confirmEverywhere: (step) => askOthers((process) => process.takeEpochStep(step)),
    today: () => library.today,
  }
  /** Folds the read model anew, and puts it in the place of the one in use. */
  const rebuild = async () => {
    const started = rows.startReplacement()
    if (E.isLeft(started)) return started
    const models = readModelsProjector(started.right.store, schedule, decoder)
    const projector = withScheduleCaughtUpFirst(schedule, catchUp)(models)
    const group = createProjectorGroup(logs, decode, [projector])
    for (;;) {
      const caughtUp = await group.catchUp()
      if (E.isLeft(caughtUp)) return caughtUp
      const used = started.right.use()
      if (E.isLeft(used) || used.right) return used
    }
  }
  const keysOfCommands = withErasuresReadWhenKeyIsFenced(catchUpSchedule)(keys)
  const loadState = loadStates({ eventTable, keys: keysOfCommands, stores: logs, cache: memory.stateCache })
  /** Loads the state of a record, seals an event and appends it, at the end of its stream. Answers the sealed event. */
  const record = async (
    log: LogName,
    stream: StreamName,
    revision: number,
    event: AnyEvent,
  ): Promise<E.Either<EventReadError | SealError | AppendError, SealedEvent>> => {
    const cacheAfter = await loadState(stream)
    if (E.isLeft(cacheAfter)) return cacheAfter
    const ids = [randomUUID() as EventId]
    const pending = { address: { log, stream }, firstRevision: revision, ids, recorded: recordedIn(log, library.today) }
    const sealed = await sealEvents({ keys: keysOfCommands, eventTable })(pending, [event])()
    if (E.isLeft(sealed)) return sealed
    const appended = await logs[log].append(stream, revision === 0 ? 'none' : revision - 1, sealed.right)()
    if (E.isLeft(appended)) return appended
    cacheAfter.right(event, pending)
    const stored = { ...sealed.right[0]!, stream, revision, position: appended.right.position }
    const decoded = decoder.decode(log)(stored)
    if (E.isLeft(decoded)) throw new Error('the event cannot be decoded')
    library.written.push(decoded.right)
    return E.right(decoded.right)
  }
  return {
    ...{ schedule, keys, alarms, catchUp, append, loadState, record, rebuild, ring },
    /** Checks the stores and destroys what is erased, as an opening does. With a backup, erasures are replayed first. */
    open: openStores({ library, stores, catchUp, alarm: (kind) => void alarms.push(kind) }),
    runWorker: makeRetentionWorker(workerPorts, deletionClasses),
    roll: rollEpoch(rollPorts),
    destroyDueEpochs: destroyEscrowedWrappingKeys({
      ...{ ring, today: () => library.today, escrowDays, confirmEverywhere: () => TE.right(undefined) },
      appendFirst: (stream, event) => append('circulation', stream, 'none', event),
    }),
    /** What this process answers for each part of an event. */
    openParts: async (event: SealedEvent): Promise<ReadonlyArray<string>> =>
      (await keys.openParts(sealContextOf(event), event.stored.sealed, event.parts)()).map(({ _tag }) => _tag),
    whatIsInMemory,
    stop: () => void library.processes.delete(asSeenByOthers),
  }
}
