import { randomBytes, randomUUID } from 'node:crypto'
import { either } from 'fp-ts'
import { streamOf, type StreamName } from '../../../domain/event/stream'
import type { EventId } from '../../../domain/values/ids'
import type {
  AppendError,
  Appended,
  EventStore,
  Expected,
  Page,
  RecordedEvent,
  StoredEvent,
  Subscription,
} from '../../../domain/ports/event-store'

/** How a suite gets the store it asks. `reopen`, where a store has a life after closing, opens the same log again. */
export interface StoreUnderTest {
  readonly open: () => Promise<EventStore>
  readonly reopen?: (closed: EventStore) => Promise<EventStore>
}

let streams = 0
export const aStream = (): StreamName => streamOf('copy')(`327462${String((streams += 1)).padStart(4, '0')}`)

export const anEvent = (differing: Partial<StoredEvent> = {}): StoredEvent => ({
  id: randomUUID() as EventId,
  type: 'CopyAcquired',
  version: 1,
  recorded: '2026-11-22',
  open: '{"copy":"3274626533"}',
  sealed: randomBytes(24),
  ...differing,
})

export const events = (count: number): ReadonlyArray<StoredEvent> => Array.from({ length: count }, () => anEvent())

/** Appends and answers what was appended; an append that is refused fails the test with its error. */
export const append = async (
  store: EventStore,
  stream: StreamName,
  expected: Expected,
  appending: ReadonlyArray<StoredEvent>,
): Promise<Appended> => {
  const outcome = await store.append(stream, expected, appending)()
  if (either.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  return outcome.right
}

/** Appends and answers why it was refused; an append that succeeds fails the test. */
export const refusal = async (
  store: EventStore,
  stream: StreamName,
  expected: Expected,
  appending: ReadonlyArray<StoredEvent>,
): Promise<AppendError> => {
  const outcome = await store.append(stream, expected, appending)()
  if (either.isRight(outcome)) throw new Error('was appended')
  return outcome.left
}

export const pagesIn = async (pages: AsyncIterable<Page>): Promise<ReadonlyArray<Page>> => {
  const all: Array<Page> = []
  for await (const page of pages) all.push(page)
  return all
}

export const all = async (pages: AsyncIterable<Page>): Promise<ReadonlyArray<RecordedEvent>> =>
  (await pagesIn(pages)).flat()

export const wholeLog = (store: EventStore): Promise<ReadonlyArray<RecordedEvent>> => all(store.readAll({}))

export const wholeStream = (store: EventStore, stream: StreamName): Promise<ReadonlyArray<RecordedEvent>> =>
  all(store.readStream(stream, { direction: 'forwards' }))

export const idsOf = (some: ReadonlyArray<StoredEvent>): ReadonlyArray<string> => some.map(({ id }) => id)

/** What was given to the store, as it should be read back: bytes compared as plain numbers. */
export const contents = ({ id, type, version, recorded, open, sealed }: StoredEvent) => ({
  id,
  type,
  version,
  recorded,
  open,
  sealed: [...sealed],
})

/** Reads a subscription until it has given so many events; answers their ids. */
export const take = async (subscription: Subscription, count: number): Promise<ReadonlyArray<string>> => {
  const taken: Array<string> = []
  for await (const page of subscription.pages) {
    taken.push(...idsOf(page))
    if (taken.length >= count) subscription.close()
  }
  return taken
}

/** The ids of the next events that a subscription gives, so many, however they are spread over pages. */
export const coming = async (pages: AsyncIterator<Page>, count: number): Promise<ReadonlyArray<string>> => {
  const taken: Array<string> = []
  while (taken.length < count) taken.push(...idsOf((await pages.next()).value as Page))
  return taken
}
