import { either, taskEither } from 'fp-ts'
import { pipe } from 'fp-ts/function'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { EventStoreDBClient } from '@eventstore/db-client'
import type {
  EventStore,
  EventPage,
  Position,
  ReadAllOptions,
  ReadStreamOptions,
  StoreUnavailable,
} from '../../../../domain/ports/event-store'
import { countEventsAfterPositionByReading } from '../count-events-after'
import { readEventPages } from '../read-event-pages'
import { appendRetryingLostAnswers } from './appending/append-retrying-lost-answers'
import { createReadCall, type RunKurrentReadRequest } from './calling/run-kurrent-read-request'
import { sharedKurrentClient } from './calling/shared-kurrent-client'
import { createCircuitBreaker } from './calling/circuit-breaker'
import { throwableStoreError } from '../../throwable-store-error'
import { kurrentUnavailable, storeUnavailable } from './calling/kurrent-failure'
import { createKurrentSubscriptions } from './subscribing/kurrent-subscriptions'
import { openKurrentSubscription } from './subscribing/kurrent-subscription'
import { createKurrentAppendCallPool } from './appending/kurrent-append-call-pool'
import { namespacedStreamNames } from './stream-name-translation'
import { createKurrentPageReader, retryingPageReader, type KurrentPageReader } from './reading/kurrent-page-reader'
import { commitOfPosition } from './commit-position'
import { trackHighestSeenPosition } from './track-highest-seen-position'
import { recordedEventMapper } from './reading/recorded-event-mapper'
import { subscriptionRequest } from './reading/kurrent-read-requests'
import { isValidKurrentNamespace, defaultKurrentSettings, type KurrentSettings } from './kurrent-settings'

/** The most pages buffered for the consumer of a subscription. */
const maxBufferedPages = 4

const storeClosed = storeUnavailable('the store is closed')

const readAllFrom =
  (pageReader: KurrentPageReader, pageSize: number): EventStore['readAll'] =>
  ({ after, limit = Infinity, maxPageSize = pageSize }: ReadAllOptions) => {
    if (after !== undefined) commitOfPosition(after)
    const lastPositionOf = (page: EventPage): Position | undefined => page.at(-1)?.position
    return readEventPages(pageReader.logPage, lastPositionOf, after, limit, Math.min(pageSize, maxPageSize))
  }

const readStreamFrom =
  (pages: KurrentPageReader, pageSize: number): EventStore['readStream'] =>
  (stream, { direction, from, limit = Infinity }: ReadStreamOptions) => {
    const read = (at: number | undefined, count: number): Promise<EventPage> =>
      at !== undefined && at < 0 ? Promise.resolve([]) : pages.streamPage(stream, direction, at, count)
    const step = direction === 'forwards' ? 1 : -1
    const next = (page: EventPage): number | undefined => (page.at(-1)?.revision ?? 0) + step
    return readEventPages(read, next, from, limit, pageSize)
  }

/** Rejects calls after the log was closed: its client is shared and stays open. */
const rejectWhenClosed =
  (call: RunKurrentReadRequest, isOpen: () => boolean): RunKurrentReadRequest =>
  (request, mapResponse) =>
    isOpen() ? call(request, mapResponse) : Promise.reject(throwableStoreError(storeClosed))

const createKurrentLog = (client: EventStoreDBClient, settings: KurrentSettings) => {
  let isOpen = true
  const isLogOpen = () => isOpen
  const streamNames = namespacedStreamNames(settings.namespace)
  const highestSeen = trackHighestSeenPosition(undefined)
  const pageReader = createKurrentPageReader(
    streamNames,
    rejectWhenClosed(createReadCall(client, settings.callTimeout), isLogOpen),
    highestSeen,
  )
  const reachability = createCircuitBreaker(pageReader.serverEnd)
  const retryingPages = retryingPageReader(pageReader, settings, reachability)
  const appendCalls = createKurrentAppendCallPool(client, settings.callTimeout)
  const subscriptions = createKurrentSubscriptions({
    openKurrentSubscription: (after) =>
      openKurrentSubscription(
        client,
        subscriptionRequest(streamNames, after),
        recordedEventMapper(streamNames),
        settings.pageSize * maxBufferedPages,
      ),
    pages: pageReader,
    settings,
  })
  const append = appendRetryingLostAnswers(
    { streamNames, appendCalls, pageReader },
    highestSeen,
    settings,
    reachability,
  )
  const readAll = readAllFrom(retryingPages, settings.pageSize)
  const events: EventStore = {
    append: (stream, expected, newEvents) => () =>
      isOpen ? append(stream, expected, newEvents)() : Promise.resolve(either.left(storeClosed)),
    readStream: readStreamFrom(retryingPages, settings.pageSize),
    readAll,
    subscribe: subscriptions.subscribe,
    head: retryingPages.lastPosition,
    countAfter: countEventsAfterPositionByReading(readAll),
    health: () =>
      isOpen
        ? pageReader.serverEnd().then(
            () => either.right(undefined),
            (error: unknown) => either.left(kurrentUnavailable(error)),
          )
        : Promise.resolve(either.left(storeClosed)),
    close: () => {
      isOpen = false
      appendCalls.close()
      subscriptions.closeAll()
      return Promise.resolve()
    },
  }
  return events
}

/**
 * Opens a log on a KurrentDB or EventStoreDB cluster. It reads the end of the log first, so a wrong address, a missing
 * certificate or an unreachable server fails here. Closing the log leaves the client open, which is shared.
 *
 * The server adds its time of writing to each event, to 100 ns. A log of persons should not have that time; the threat
 * model says what it reveals.
 */
export const openKurrentLog = (
  connectionString: string,
  overrides: Partial<KurrentSettings> = {},
): TaskEither<StoreUnavailable, EventStore> =>
  pipe(
    isValidKurrentNamespace(overrides.namespace)
      ? sharedKurrentClient(connectionString)
      : either.left(
          storeUnavailable('a namespace has at most 31 characters, a to z and 0 to 9, and begins with a letter'),
        ),
    taskEither.fromEither,
    taskEither.map((client) => createKurrentLog(client, { ...defaultKurrentSettings, ...overrides })),
    taskEither.chain((events) =>
      pipe(
        taskEither.tryCatch(events.head, kurrentUnavailable),
        taskEither.map(() => events),
        taskEither.orElseFirstTaskK(() => events.close),
      ),
    ),
  )
