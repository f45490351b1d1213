import { randomUUID } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { openMemoryLog } from '../../../../adapters/stores/eventstore/memory/open-memory-log'
import { positionOfSequence } from '../../../../adapters/stores/eventstore/sequence-position'
import { withRecentEvents } from '../../../../adapters/stores/eventstore/with-recent-events'
import type { StreamName } from '../../../../domain/event/stream'
import type { EventId } from '../../../../domain/values/ids'
import type { EventStore, EventPage, StoredEvent } from '../../../../domain/ports/event-store'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const stream = 'copy-3274626533' as StreamName

const newEvent = (): StoredEvent => ({
  id: randomUUID() as EventId,
  type: 'CopySent',
  version: 1,
  recorded: '2026-11-22',
  open: '{}',
  sealed: new Uint8Array(0),
})

const newEvents = (count: number): ReadonlyArray<StoredEvent> => Array.from({ length: count }, newEvent)

const collectEvents = async (pages: AsyncIterable<EventPage>): Promise<EventPage> => {
  const read: EventPage[] = []
  for await (const page of pages) read.push(page)
  return read.flat()
}

const logWithRecentEvents = async (before = 0) => {
  const store = openMemoryLog().events
  if (before > 0) rightOrThrow(await store.append(stream, 'none', newEvents(before))())
  const log = await withRecentEvents(store)
  const { recent } = log
  if (recent === undefined) throw new Error('the log has no recent events')
  return { store, log, recent }
}

describe('a log with its recent events in memory', () => {
  it('answers what the store answers', async () => {
    const { store, log, recent } = await logWithRecentEvents()
    rightOrThrow(await log.append(stream, 'none', newEvents(3))())
    rightOrThrow(await log.append(stream, 2, newEvents(2))())
    expect(recent.after('')).toEqual(await collectEvents(store.readAll({})))
    const after = positionOfSequence(4)
    expect(recent.after(after)).toEqual(await collectEvents(store.readAll({ after })))
    expect(recent.after(positionOfSequence(5))).toEqual([])
    expect(recent.head()).toBe(await store.head())
    expect(recent.endOf(stream)).toBe(4)
  })

  it('has the end of an existing log, but none of its events', async () => {
    const { log, recent } = await logWithRecentEvents(2)
    expect(recent.head()).toBe(positionOfSequence(2))
    expect(recent.after('')).toBeUndefined()
    expect(recent.after(positionOfSequence(2))).toEqual([])
    expect(recent.endOf(stream)).toBeUndefined()
    await collectEvents(log.readStream(stream, { direction: 'forwards' }))
    expect(recent.endOf(stream)).toBe(1)
  })

  it('holds the last 1024 events, and leaves the others to the store', async () => {
    const { log, recent } = await logWithRecentEvents()
    rightOrThrow(await log.append(stream, 'none', newEvents(1100))())
    expect(recent.after(positionOfSequence(75))).toBeUndefined()
    expect(recent.after(positionOfSequence(76))).toHaveLength(1024)
  })

  it('adds nothing for a repeat', async () => {
    const { log, recent } = await logWithRecentEvents()
    const events = newEvents(2)
    rightOrThrow(await log.append(stream, 'none', events)())
    rightOrThrow(await log.append(stream, 1, newEvents(1))())
    rightOrThrow(await log.append(stream, 'none', events)())
    expect(recent.head()).toBe(positionOfSequence(3))
    expect(recent.endOf(stream)).toBe(2)
    expect(recent.after('')).toHaveLength(3)
  })

  it('answers nothing after a failed append, until the store has answered its head', async () => {
    const { store, log } = await logWithRecentEvents()
    const unavailableStore: EventStore = {
      ...store,
      append: (...request) =>
        isUnavailable
          ? () => Promise.resolve(E.left({ _tag: 'StoreUnavailable', reason: 'unavailable' }))
          : store.append(...request),
    }
    let isUnavailable = false
    const { append, head, recent } = await withRecentEvents(unavailableStore)
    rightOrThrow(await append(stream, 'none', newEvents(1))())
    isUnavailable = true
    expect(await append(stream, 0, newEvents(1))()).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
    expect([recent?.head(), recent?.after(''), recent?.endOf(stream)]).toEqual([undefined, undefined, undefined])
    expect(await head()).toBe(positionOfSequence(1))
    expect(recent?.head()).toBe(positionOfSequence(1))
    await log.close()
  })
})
