import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { Task } from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import * as RA from 'fp-ts/ReadonlyArray'
import { logNames, type EventAddress, type LogName } from '../../../domain/event/stream'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import type { EventStore, RecordedEvent } from '../../../domain/ports/event-store'
import {
  formatEventPlace,
  type DamagedEvent,
  type DamagedEventRegistry,
} from '../../processes/damage/damaged-event-registry'
import { reportEventsOutOfRange } from '../../processes/damage/report-events-out-of-range'
import { describeCheckedFile } from '../../processes/damage/describe-checked-file'
import type { UnexpectedLogChangeDetector } from '../../processes/damage/log-change-detector'
import type { DatabaseFileCheckResults } from '../../processes/damage/database-file-check-results'
import type { EventStatusInBackup, DamagedEventInCheck, LogCheck } from '../../processes/damage/log-check'
import { eventsPerKeyRequest, type EventDecoder } from '../../processes/projectors/event-decoder'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import type { EventCodeFunctions } from '../../../retention/event-codes/make-event-code-functions'
import { checkEventCode } from '../../stores/eventstore/authenticated-log'
import { findLogsWithChangedEventsWithoutCode } from '../event-codes/find-logs-with-changed-events-without-code'
import { isDamageReason } from '../../stores/sqlite/sqlite-failure'
import { countEventsOfBothLogs } from './count-events'
import { createMissingRevisionCheck } from './create-missing-revision-check'
import { openLogsOfBackup, type LogCopies } from './open-logs-of-backup'

/** What a check needs. */
interface LogCheckDependencies {
  readonly logs: Readonly<Record<LogName, Pick<EventStore, 'readAll' | 'countAfter' | 'eventsOutOfRange'>>>
  readonly damagedEvents: Pick<DamagedEventRegistry, 'report'>
  readonly decoderReporting: (report: DamagedEventRegistry['report']) => EventDecoder
  /** The codes of events; they check what a backup has. Absent: nothing has codes. */
  readonly eventCodes?: EventCodeFunctions | undefined
  readonly logComparison: UnexpectedLogChangeDetector
  readonly fileChecks: DatabaseFileCheckResults
  /** Checks all files now. */
  readonly checkFiles: Task<void>
}

/** A key cannot be read because of damage in its file. The others of the same file may be read. */
const isKeyFileDamaged = ({ reason, ...error }: EventReadError): boolean =>
  error._tag === 'Unavailable' && (error.store ?? 'keys') === 'keys' && isDamageReason(reason)

/**
 * Decodes and opens the events of a page. Damaged ones are reported by the decoder. Answers how many could not be opened
 * because a file of the keys is damaged.
 */
const readPage = async (
  decoder: EventDecoder,
  log: LogName,
  page: ReadonlyArray<RecordedEvent>,
): Promise<E.Either<EventReadError, number>> => {
  let notOpened = 0
  for (const chunk of RA.chunksOf(eventsPerKeyRequest)(page)) {
    const events = RA.rights(chunk.map(decoder.decode(log)))
    await decoder.prefetchKeys(events)()
    for (const event of events) {
      const opened = await decoder.open(event)()
      if (E.isRight(opened)) continue
      if (!isKeyFileDamaged(opened.left)) return opened
      notOpened += 1
    }
  }
  return E.right(notOpened)
}

const findInBackup = async (
  copies: LogCopies,
  { decoderReporting, eventCodes }: LogCheckDependencies,
  place: EventAddress,
): Promise<EventStatusInBackup> => {
  const found = await TE.tryCatch(() => copies[place.log].eventAt(place), String)()
  if (E.isLeft(found)) return 'damaged'
  if (found.right === undefined) return 'missing'
  const stored = eventCodes === undefined ? found.right : checkEventCode(eventCodes[place.log].findFault)(found.right)
  const damaged: DamagedEvent[] = []
  const read = await readPage(
    decoderReporting((event) => void damaged.push(event)),
    place.log,
    [stored],
  )
  return damaged.length > 0 || E.isLeft(read) || read.right > 0 ? 'damaged' : 'readable'
}

interface Found {
  readonly place: EventAddress
  readonly type: string | null
  readonly reason: string
}

interface ReadLogs {
  readonly events: number
  readonly found: ReadonlyArray<Found>
  readonly notOpened: number
}

const readBothLogs = async (
  dependencies: LogCheckDependencies,
  report: (done: number, total: number) => void,
): Promise<E.Either<EventReadError, ReadLogs>> => {
  const { logs, damagedEvents, decoderReporting } = dependencies
  const total = await countEventsOfBothLogs(logs)
  const damaged = new Map<string, DamagedEvent>()
  const found: Found[] = []
  const decoder = decoderReporting((event) => {
    damagedEvents.report(event)
    damaged.set(formatEventPlace(event), event)
  })
  let events = 0
  let notOpened = 0
  await reportEventsOutOfRange(logs, decoder)
  for (const event of damaged.values()) found.push({ place: event, type: null, reason: event.reason })
  damaged.clear()
  for (const log of logNames) {
    const checkRevision = createMissingRevisionCheck(log, (place, reason) => {
      found.push({ place, type: null, reason })
    })
    for await (const page of logs[log].readAll({})) {
      const read = await readPage(decoder, log, page)
      if (E.isLeft(read)) return read
      notOpened += read.right
      for (const stored of page) {
        checkRevision(stored)
        const event = damaged.get(formatEventPlace({ ...stored, log }))
        if (event !== undefined) found.push({ place: event, type: stored.type, reason: event.reason })
      }
      damaged.clear()
      events += page.length
      report(events, Math.max(events, total))
    }
  }
  return E.right({ events, found, notOpened })
}

/**
 * Reads both logs from end to end, and lists the events that cannot be read. Checks the files of logs and keys. With
 * the folder of a backup, says of each event whether the backup has it readable. Goes on without the keys that cannot be
 * read because their file is damaged. Changes nothing.
 */
export const createCheckLogs =
  (dependencies: LogCheckDependencies): RunningLibrary['checkLogs'] =>
  (backup, report) =>
  async () => {
    const copies = backup === undefined ? E.right(undefined) : openLogsOfBackup(path.resolve(backup))
    if (E.isLeft(copies)) return copies
    try {
      await dependencies.checkFiles()
      await dependencies.logComparison.compareAll()
      const read = await readBothLogs(dependencies, report)
      if (E.isLeft(read)) return read
      const damaged: DamagedEventInCheck[] = []
      for (const { place, type, reason } of read.right.found) {
        const { log, stream, revision } = place
        const inBackup =
          copies.right === undefined ? null : await findInBackup(copies.right, dependencies, { log, stream, revision })
        damaged.push({ log, stream, revision, type, reason, backup: inBackup })
      }
      const files = dependencies.fileChecks.files.map(describeCheckedFile(dependencies.fileChecks))
      const { events, notOpened } = read.right
      const changedLogs = dependencies.logComparison.list()
      const changedOlderEvents = await findLogsWithChangedEventsWithoutCode(dependencies.logs, dependencies.eventCodes)
      return E.right<never, LogCheck>({
        events,
        damaged,
        ...(changedOlderEvents.length === 0 ? {} : { changedOlderEvents }),
        ...(notOpened === 0 ? {} : { notOpened }),
        changedLogs,
        files,
      })
    } finally {
      for (const log of logNames) copies.right?.[log].close()
    }
  }
