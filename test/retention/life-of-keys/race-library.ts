import { randomUUID } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { ErasureRequested } from '../../../domain/borrower/events/erasure-requested'
import type { SealedEvent } from '../../../domain/command-handling/open-event'
import type { AnyEvent } from '../../../domain/event/define-event'
import { streamNameOf, type LogName, type StreamName } from '../../../domain/event/stream'
import type { EventStore, StoredEvent } from '../../../domain/ports/event-store'
import { ReservationCancelled } from '../../../domain/title/events/reservation-cancelled'
import type { BorrowerId, ReservationId, ScopeId } from '../../../domain/values/ids'
import type { CertificateStatement } from '../../../retention/certificates/certificate-statement'
import type { KekRing } from '../../../retention/keys/kek-ring'
import { firstTitle } from '../../fixtures/example-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import type { AroundPort } from './around-ports'
import { memoryRingOf } from '../../../adapters/stores/kek-ring/memory/memory-kek-ring'
import { maxKeyCacheAgeMs } from '../../../retention/keys/key-cache'
import { kekRingAtAcceptedEpoch } from '../../../retention/keys/kek-ring-at-accepted-epoch'
import { generateKekRingContent } from '../../../retention/keys/make-kek-ring-from-content'
import { copyableKeysInMemory } from './copyable-key-store'
import { makeDurableLibrary, readWholeLog, storedOpenEvent, type DurableLibrary } from './durable-library'
import { changedReservation, newBorrower, newFee, newReservation, streamOf } from './example-records'
import { startProcess, type LibraryProcess } from './library-process'

/** A ring that calls a function with each statement before it signs it. */
const ringThatReports = (ring: KekRing, beforeSigning: (statement: string) => Promise<void>): KekRing => {
  const sign: KekRing['sign'] = (bytes) => async () => {
    await beforeSigning(Buffer.from(bytes).toString())
    return ring.sign(bytes)()
  }
  return { ...ring, sign }
}

/** A log that calls a function with each event once it is appended. */
const logThatReports = (log: EventStore, appended: (event: StoredEvent) => void): EventStore => ({
  ...log,
  append: (stream, expected, events) =>
    pipe(
      log.append(stream, expected, events),
      TE.tapIO(() => () => events.forEach(appended)),
    ),
})

/** A process, and whether it has read both logs once and serves. */
interface RacingProcess {
  readonly process: LibraryProcess
  readonly isOpen: () => boolean
}

/** What is left of the scopes of a certificate: keys in the store, and what processes have in memory. */
const findLeft = async (
  library: DurableLibrary,
  processes: ReadonlyArray<RacingProcess>,
  { scopes }: CertificateStatement,
): Promise<ReadonlyArray<string>> => {
  const rows = rightOrThrow(await library.keys.store().read(scopes.map(({ scope }) => scope))())
  const fenced = new Set(rows.flatMap((row) => (row._tag === 'Fenced' ? [row.scope] : [])))
  return scopes.flatMap(({ scope, class: name }) => [
    ...(fenced.has(scope) ? [] : [`the key of a ${name}`]),
    ...processes.flatMap(({ process: { whatIsInMemory, schedule }, isOpen }) => [
      ...whatIsInMemory([{ scope, class: name }]).map((what) => `${what} of a ${name}`),
      ...(isOpen() && !schedule.isEnded(scope) ? [`a process that does not know the erasure of a ${name}`] : []),
    ]),
  ])
}

/** All reservations are in one queue. */
const titleStream = streamNameOf('title')(firstTitle)

const lastRevision = async ({ logs }: DurableLibrary, log: LogName, stream: StreamName): Promise<number> =>
  (await readWholeLog(logs[log])).filter((event) => event.stream === stream).length - 1

/**
 * A library with two processes, a borrower and a reservation that are due, and others that are not. Reports each event
 * once it is appended.
 */
export const raceLibrary = async (callPort: AroundPort, appended: (event: StoredEvent) => void) => {
  /** What was left when a certificate was signed. */
  const leftWhenSigned: string[] = []
  const processes: RacingProcess[] = []
  const findLeftNow = async (statement: string): Promise<void> => {
    leftWhenSigned.push(...(await findLeft(library, processes, JSON.parse(statement) as CertificateStatement)))
  }
  const ring = memoryRingOf(generateKekRingContent())
  const keys = copyableKeysInMemory(ring.open().library)
  const openRing = () => ringThatReports(kekRingAtAcceptedEpoch(ring.open(), keys.acceptedEpoch), findLeftNow)
  const library: DurableLibrary = makeDurableLibrary({ ...ring, open: openRing }, keys)
  library.logs = {
    circulation: logThatReports(library.logs.circulation, appended),
    persons: logThatReports(library.logs.persons, appended),
  }
  /** Starts a process, which reads both logs from their beginning before it serves. */
  const start = async (): Promise<LibraryProcess> => {
    let isOpen = false
    const process = startProcess(library, callPort)
    processes.push({ process, isOpen: () => isOpen })
    rightOrThrow(await process.catchUp())
    isOpen = true
    return process
  }
  const service = await start()
  const other = await start()

  const record = async (event: AnyEvent, stream: StreamName, log: LogName = 'circulation', from = service) => {
    const recorded = await from.record(log, stream, (await lastRevision(library, log, stream)) + 1, event)
    if (E.isRight(recorded)) rightOrThrow(await from.catchUp())
    return recorded
  }
  const appendOpen = async (event: AnyEvent, stream: StreamName, log: LogName = 'circulation') => {
    const revision = await lastRevision(library, log, stream)
    const expected = revision < 0 ? 'none' : revision
    rightOrThrow(await library.logs[log].append(stream, expected, [storedOpenEvent(log, library.today, event)])())
  }
  const registers = async (from = service): Promise<BorrowerId> => {
    const event = newBorrower(library.today)
    rightOrThrow(await record(event, streamOf.borrower(event.open.borrower), 'persons', from))
    return event.open.borrower
  }
  const [erased, living] = [await registers(), await registers()]
  /** The fees and reservations of the borrower who is due. */
  const ofErased = new Set<ScopeId>()
  const reserves = async (borrower: BorrowerId): Promise<ReservationId> => {
    const event = newReservation(borrower)
    if (borrower === erased) ofErased.add(event.open.reservation as string as ScopeId)
    rightOrThrow(await record(event, titleStream))
    return event.open.reservation
  }
  const levies = (borrower: BorrowerId, from = service) => {
    const event = newFee(borrower, library.today)
    if (borrower === erased) ofErased.add(event.open.fee as string as ScopeId)
    return record(event, streamOf.fee(event.open.fee), 'circulation', from)
  }
  const changes = (borrower: BorrowerId, reservation: ReservationId) =>
    record(changedReservation(borrower, reservation), titleStream)

  rightOrThrow(await levies(erased))
  rightOrThrow(await levies(living))
  const [dueReservation, livingReservation] = [await reserves(living), await reserves(living)]
  await reserves(erased)
  const cancelled = ReservationCancelled({ reservation: dueReservation, title: firstTitle }, {})
  await appendOpen(cancelled, titleStream)
  await appendOpen(ErasureRequested({ borrower: erased }, {}), streamOf.borrower(erased), 'persons')
  for (const { process } of processes) rightOrThrow(await process.catchUp())
  // The keys in memory are too old to be used, so whoever needs one reads it from the key store.
  library.elapsed += maxKeyCacheAgeMs + 1

  return {
    ...{ library, service, other, erased, living, dueReservation, livingReservation, leftWhenSigned, ofErased },
    ...{ start, levies, changes, registers, appendOpen },
    newId: <Id extends string>(): Id => randomUUID() as string as Id,
    /** The scopes that are due, with those that end with the borrower. */
    dueScopes: (): ReadonlySet<string> => {
      const registered = library.written.find(({ open }) => open['borrower'] === erased) as SealedEvent
      return new Set([dueReservation, ...registered.parts.map(({ scope }) => scope)])
    },
    stop: TE.fromIO(() => processes.forEach(({ process }) => process.stop())),
  }
}

export type RaceLibrary = Awaited<ReturnType<typeof raceLibrary>>
