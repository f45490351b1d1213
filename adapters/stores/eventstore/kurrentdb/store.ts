import { either, taskEither } from 'fp-ts'
import { pipe } from 'fp-ts/function'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { EventStoreDBClient } from '@eventstore/db-client'
import type {
  EventStore,
  Page,
  Position,
  ReadAll,
  ReadStream,
  StoreUnavailable,
} from '../../../../domain/ports/event-store'
import { paged } from '../reading'
import { appendingTo } from './appending/append'
import { calling, type Call } from './calling/call'
import { clientOf } from './calling/client'
import { watchReachability } from './calling/reachability'
import { storeError } from '../../store-error'
import { storeUnavailable, unavailable } from './calling/failure'
import { subscriptionsOf } from './subscribing/following'
import { hear } from './subscribing/hearing'
import { lanesOf } from './appending/lanes'
import { namesIn } from './names'
import { pagesOf, patientPages, type Pages } from './reading/pages'
import { commitOf } from './position'
import { reachedFrom } from './reached'
import { eventOf } from './reading/recorded'
import { onwards } from './reading/read-request'
import { isNamespace, usualSettings, type KurrentSettings } from './settings'

/** So many pages wait for the reader of a subscription. */
const pagesHeld = 4

const closed = unavailable('the store is closed')

const readingAll =
  (pages: Pages, size: number): EventStore['readAll'] =>
  ({ after, limit = Infinity }: ReadAll) => {
    if (after !== undefined) commitOf(after)
    const last = (page: Page): Position | undefined => page.at(-1)?.position
    return paged(pages.ofLog, last, after, limit, size)
  }

const readingStream =
  (pages: Pages, size: number): EventStore['readStream'] =>
  (stream, { direction, from, limit = Infinity }: ReadStream) => {
    const read = (at: number | undefined, count: number): Promise<Page> =>
      at !== undefined && at < 0 ? Promise.resolve([]) : pages.ofStream(stream, direction, at, count)
    const step = direction === 'forwards' ? 1 : -1
    const next = (page: Page): number | undefined => (page.at(-1)?.revision ?? 0) + step
    return paged(read, next, from, limit, size)
  }

/** Refuses whatever is asked of a log that was closed here, though its client lives on. */
const whileOpen =
  (call: Call, isOpen: () => boolean): Call =>
  (request, take) =>
    isOpen() ? call(request, take) : Promise.reject(storeError(closed))

const assemble = (client: EventStoreDBClient, settings: KurrentSettings) => {
  let open = true
  const isOpen = () => open
  const names = namesIn(settings.namespace)
  const reached = reachedFrom(undefined)
  const pages = pagesOf(names, whileOpen(calling(client, settings.deadline), isOpen), reached)
  const reachability = watchReachability(pages.endOfServer)
  const patient = patientPages(pages, settings, reachability)
  const lanes = lanesOf(client, settings.deadline)
  const subscriptions = subscriptionsOf({
    hear: (after) => hear(client, onwards(names, after), eventOf(names), settings.pageSize * pagesHeld),
    pages,
    settings,
  })
  const append = appendingTo({ names, lanes, pages }, reached, settings, reachability)
  const events: EventStore = {
    append: (stream, expected, appending) => () =>
      open ? append(stream, expected, appending)() : Promise.resolve(either.left(closed)),
    readStream: readingStream(patient, settings.pageSize),
    readAll: readingAll(patient, settings.pageSize),
    subscribe: subscriptions.subscribe,
    head: patient.last,
    health: () =>
      open
        ? pages.endOfServer().then(
            () => either.right(undefined),
            (error: unknown) => either.left(storeUnavailable(error)),
          )
        : Promise.resolve(either.left(closed)),
    close: () => {
      open = false
      lanes.close()
      subscriptions.closeAll()
      return Promise.resolve()
    },
  }
  return events
}

/**
 * A log on a KurrentDB or EventStoreDB cluster. It is asked for its end before it is answered, so that a wrong
 * address, a missing certificate or a server that is away are known at once. Closing it leaves the client, which
 * others may use, alone.
 *
 * The server adds its own time of writing to each event, to the ten-millionth of a second, which no log of persons
 * should have; the threat model says what that tells.
 */
export const openKurrentLog = (
  connectionString: string,
  differing: Partial<KurrentSettings> = {},
): TaskEither<StoreUnavailable, EventStore> =>
  pipe(
    isNamespace(differing.namespace)
      ? clientOf(connectionString)
      : either.left(unavailable('a namespace is at most 31 small letters and digits, a letter first')),
    taskEither.fromEither,
    taskEither.map((client) => assemble(client, { ...usualSettings, ...differing })),
    taskEither.chain((events) =>
      pipe(
        taskEither.tryCatch(events.head, storeUnavailable),
        taskEither.map(() => events),
        taskEither.orElseFirstTaskK(() => events.close),
      ),
    ),
  )
