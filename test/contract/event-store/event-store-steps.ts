import { randomBytes, randomUUID } from 'node:crypto'
import { either } from 'fp-ts'
import { streamNameOf, type StreamName } from '../../../domain/event/stream'
import type { EventId } from '../../../domain/values/ids'
import type {
  AppendError,
  AppendResult,
  EventStore,
  ExpectedRevision,
  EventPage,
  RecordedEvent,
  StoredEvent,
  EventSubscription,
} from '../../../domain/ports/event-store'

/** How a suite opens its store. `reopen` opens the same log again; a store in memory has none. */
export interface StoreUnderTest {
  readonly open: () => Promise<EventStore>
  readonly reopen?: (closed: EventStore) => Promise<EventStore>
}

let streams = 0
export const newStream = (): StreamName => streamNameOf('copy')(`327462${String((streams += 1)).padStart(4, '0')}`)

export const newEvent = (overrides: Partial<StoredEvent> = {}): StoredEvent => ({
  id: randomUUID() as EventId,
  type: 'CopyAcquired',
  version: 1,
  recorded: '2026-11-22',
  open: '{"copy":"3274626533"}',
  sealed: randomBytes(24),
  code: randomBytes(33),
  ...overrides,
})

export const newEvents = (count: number): ReadonlyArray<StoredEvent> => Array.from({ length: count }, () => newEvent())

/** Appends and answers the result; a refused append fails the test with its error. */
export const appendOrThrow = async (
  store: EventStore,
  stream: StreamName,
  expected: ExpectedRevision,
  appending: ReadonlyArray<StoredEvent>,
): Promise<AppendResult> => {
  const outcome = await store.append(stream, expected, appending)()
  if (either.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  return outcome.right
}

/** Appends and answers why it was refused; an append that succeeds fails the test. */
export const appendRefusal = async (
  store: EventStore,
  stream: StreamName,
  expected: ExpectedRevision,
  appending: ReadonlyArray<StoredEvent>,
): Promise<AppendError> => {
  const outcome = await store.append(stream, expected, appending)()
  if (either.isRight(outcome)) throw new Error('was appended')
  return outcome.left
}

export const collectPages = async (pages: AsyncIterable<EventPage>): Promise<ReadonlyArray<EventPage>> => {
  const all: Array<EventPage> = []
  for await (const page of pages) all.push(page)
  return all
}

export const collectEvents = async (pages: AsyncIterable<EventPage>): Promise<ReadonlyArray<RecordedEvent>> =>
  (await collectPages(pages)).flat()

export const readWholeLog = (store: EventStore): Promise<ReadonlyArray<RecordedEvent>> =>
  collectEvents(store.readAll({}))

export const readWholeStream = (store: EventStore, stream: StreamName): Promise<ReadonlyArray<RecordedEvent>> =>
  collectEvents(store.readStream(stream, { direction: 'forwards' }))

export const eventIds = (events: ReadonlyArray<StoredEvent>): ReadonlyArray<string> => events.map(({ id }) => id)

/** The content of an event for comparisons, with bytes as plain numbers. */
export const eventContents = ({ id, type, version, recorded, open, sealed, code }: StoredEvent) => ({
  id,
  type,
  version,
  recorded,
  open,
  sealed: [...sealed],
  code: code && [...code],
})

/** Reads so many events of a subscription, closes it, and answers the ids. */
export const takeEventIds = async (subscription: EventSubscription, count: number): Promise<ReadonlyArray<string>> => {
  const ids: Array<string> = []
  for await (const page of subscription.pages) {
    ids.push(...eventIds(page))
    if (ids.length >= count) subscription.close()
  }
  return ids
}

/** The ids of the next events of a subscription, across pages. */
export const nextEventIds = async (pages: AsyncIterator<EventPage>, count: number): Promise<ReadonlyArray<string>> => {
  const ids: Array<string> = []
  while (ids.length < count) ids.push(...eventIds((await pages.next()).value as EventPage))
  return ids
}
