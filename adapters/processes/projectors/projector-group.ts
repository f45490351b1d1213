import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { SealedEvent, EventReadError } from '../../../domain/command-handling/open-event'
import type { EventStore, EventPage, Position } from '../../../domain/ports/event-store'
import { pagesUpTo, type EventPages } from '../../../domain/ports/pages-up-to'
import { prefetchFirstPage } from './prefetch-first-page'
import { repeatStepAfterFencedKey } from './repeat-step-after-fenced-key'
import { createProjectorCheckpointCheckAfterShuffle } from './refuse-shuffled-checkpoint'
import { singleFlight } from '../../system/concurrency/single-flight'
import type { EventDecoder } from './event-decoder'
import { storeErrorsAsUnavailable } from '../catch-store-errors'

/** Projects events of both logs into rows, with a checkpoint for each log. */
export interface Projector {
  readonly name: string
  readonly checkpoint: (log: LogName) => Position | undefined
  /** Takes events after the checkpoint, in log order. Stores the rows and the new checkpoint together. */
  readonly project: (log: LogName, events: ReadonlyArray<SealedEvent>) => TaskEither<EventReadError, void>
}

/** Runs several projectors over both logs. */
export interface ProjectorGroup {
  /** Brings every projector to the ends that both logs have now. */
  readonly catchUp: TaskEither<EventReadError, void>
  /** The checkpoints of each projector. */
  readonly positions: () => ReadonlyArray<{
    readonly name: string
    readonly at: Readonly<Record<LogName, Position | ''>>
  }>
}

type ReadableLogs = Readonly<Record<LogName, Pick<EventStore, 'readAll' | 'recent' | 'shuffling'>>>
type Decode = EventDecoder['decode']

const startOfLog = '' as Position

const checkpointOf = (projector: Projector, log: LogName): Position => projector.checkpoint(log) ?? startOfLog

/** The earliest checkpoint of the projectors. Reading starts there. */
const earliestCheckpoint = (projectors: ReadonlyArray<Projector>, log: LogName): Position =>
  projectors.map((projector) => checkpointOf(projector, log)).reduce((earliest, at) => (at < earliest ? at : earliest))

const decodePage = (
  decode: ReturnType<Decode>,
  page: EventPage,
): E.Either<EventReadError, ReadonlyArray<SealedEvent>> => {
  const events: SealedEvent[] = []
  for (const stored of page) {
    const event = decode(stored)
    if (event._tag === 'Left') return event
    events.push(event.right)
  }
  return E.right(events)
}

const eventsAfter = (at: Position, events: ReadonlyArray<SealedEvent>): ReadonlyArray<SealedEvent> => {
  const [first] = events
  return first === undefined || first.stored.position > at
    ? events
    : events.filter(({ stored }) => stored.position > at)
}

type DecodedPages = ReadonlyArray<ReadonlyArray<SealedEvent>>

/** Whether the process knows from memory that there is nothing to read. */
const hasNoPages = (pages: EventPages): boolean => 'length' in pages && pages.length === 0

const succeeded: E.Either<never, void> = E.right(undefined)

const noPages: E.Either<never, DecodedPages> = E.right([])

/** How many events are kept in memory for the other projectors. With more events, they read the log again. */
const maxBufferedEvents = 4096

/** The pages read from a log after a position. Undefined pages: there were too many to keep. */
interface LogRead {
  readonly log: LogName
  readonly since: Position
  readonly pages: DecodedPages | undefined
}

const projectInOrder = async (
  projectors: ReadonlyArray<Projector>,
  log: LogName,
  events: ReadonlyArray<SealedEvent>,
): Promise<E.Either<EventReadError, void>> => {
  for (const projector of projectors) {
    const projected = await projector.project(log, eventsAfter(checkpointOf(projector, log), events))()
    if (projected._tag === 'Left') return projected
  }
  return succeeded
}

/**
 * Creates a group of projectors. The first projector reads both logs to their ends before the others start: it records
 * which scopes are erased, and the others must know this before they open sealed parts. The others then project the same
 * decoded events, in the given order. None of them depends on the order between the logs. Both logs are requested at the
 * same time.
 */
export const createProjectorGroup = (
  logs: ReadableLogs,
  decode: Decode,
  projectors: ReadonlyArray<Projector>,
): ProjectorGroup => {
  const checkPage = createProjectorCheckpointCheckAfterShuffle(logs)
  const readFromStore = (log: LogName, position: Position): AsyncIterable<EventPage> =>
    logs[log].readAll(position === startOfLog ? {} : { after: position })
  const readFromMemory = (log: LogName, position: Position): ReadonlyArray<EventPage> | undefined => {
    const page = logs[log].recent?.after(position)
    return page === undefined ? undefined : page.length === 0 ? [] : [page]
  }
  /** Whether every projector is at the ends of both logs, as far as this process knows the ends from memory. */
  const isCaughtUp = (): boolean =>
    logNames.every((log) => {
      const head = logs[log].recent?.head()
      return head !== undefined && projectors.every((projector) => checkpointOf(projector, log) >= head)
    })
  /** Answers the pages, unless they hold more events than may be kept. */
  const projectPages = async (
    targets: ReadonlyArray<Projector>,
    log: LogName,
    pages: EventPages,
  ): Promise<E.Either<EventReadError, DecodedPages | undefined>> => {
    const decodeInLog = decode(log)
    const buffered: Array<ReadonlyArray<SealedEvent>> = []
    let count = 0
    for await (const page of pages) {
      const checked = checkPage(
        log,
        page,
        projectors.map((projector) => checkpointOf(projector, log)),
      )
      if (checked._tag === 'Left') return checked
      const events = decodePage(decodeInLog, page)
      if (events._tag === 'Left') return events
      const projected = await projectInOrder(targets, log, events.right)
      if (projected._tag === 'Left') return projected
      if ((count += page.length) > maxBufferedEvents) buffered.length = 0
      else buffered.push(events.right)
    }
    return E.right(count > maxBufferedEvents ? undefined : buffered)
  }
  /**
   * Others that read the log again read no further than the first. Of an event that was appended since, the first does not
   * know whether its scope was declared erased before it, and a row made from it would not be purged.
   */
  const projectForOthers = async (
    first: Projector,
    others: ReadonlyArray<Projector>,
    { log, since, pages }: LogRead,
  ): Promise<E.Either<EventReadError, unknown>> => {
    const position = earliestCheckpoint(others, log)
    if (pages === undefined || position !== since) {
      const again = readFromMemory(log, position) ?? readFromStore(log, position)
      return projectPages(others, log, pagesUpTo(again, checkpointOf(first, log)))
    }
    for (const events of pages) {
      const projected = await projectInOrder(others, log, events)
      if (projected._tag === 'Left') return projected
    }
    return succeeded
  }
  const projectBothLogs = async (): Promise<E.Either<EventReadError, void>> => {
    const [first, ...others] = projectors
    if (first === undefined) return E.right(undefined)
    const requested = logNames.map((log) => {
      const since = checkpointOf(first, log)
      return { log, since, pages: readFromMemory(log, since) ?? prefetchFirstPage(readFromStore(log, since)) }
    })
    const logReads: LogRead[] = []
    for (const { log, since, pages } of requested) {
      const projected = hasNoPages(pages) ? noPages : await projectPages([first], log, pages)
      if (projected._tag === 'Left') return projected
      logReads.push({ log, since, pages: projected.right })
    }
    for (const logRead of others.length === 0 ? [] : logReads) {
      if (logRead.pages?.length === 0 && earliestCheckpoint(others, logRead.log) === logRead.since) continue
      const projected = await projectForOthers(first, others, logRead)
      if (projected._tag === 'Left') return projected
    }
    return E.right(undefined)
  }
  const readUntil = (log: LogName) => projectors[0]?.checkpoint(log)
  const projectOnce = singleFlight(storeErrorsAsUnavailable(() => repeatStepAfterFencedKey(projectBothLogs, readUntil)))
  const alreadyCaughtUp = Promise.resolve(succeeded)
  return {
    catchUp: () => (isCaughtUp() ? alreadyCaughtUp : projectOnce()),
    positions: () =>
      projectors.map((projector) => ({
        name: projector.name,
        at: {
          circulation: checkpointOf(projector, 'circulation'),
          persons: checkpointOf(projector, 'persons'),
        },
      })),
  }
}
