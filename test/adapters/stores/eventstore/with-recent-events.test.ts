import { randomUUID } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { openMemoryLog } from '../../../../adapters/stores/eventstore/memory/store'
import { positionOf } from '../../../../adapters/stores/eventstore/position'
import { withRecentEvents } from '../../../../adapters/stores/eventstore/with-recent-events'
import type { StreamName } from '../../../../domain/event/stream'
import type { EventId } from '../../../../domain/values/ids'
import type { EventStore, Page, StoredEvent } from '../../../../domain/ports/event-store'
import { right } from '../../../fixtures/right'

const stream = 'copy-3274626533' as StreamName

const event = (): StoredEvent => ({
  id: randomUUID() as EventId,
  type: 'CopySent',
  version: 1,
  recorded: '2026-11-22',
  open: '{}',
  sealed: new Uint8Array(0),
})

const many = (count: number): ReadonlyArray<StoredEvent> => Array.from({ length: count }, event)

const all = async (pages: AsyncIterable<Page>): Promise<Page> => {
  const read: Page[] = []
  for await (const page of pages) read.push(page)
  return read.flat()
}

const given = async (before = 0) => {
  const store = openMemoryLog().events
  if (before > 0) right(await store.append(stream, 'none', many(before))())
  const log = await withRecentEvents(store)
  const { recent } = log
  if (recent === undefined) throw new Error('the log keeps no recent events')
  return { store, log, recent }
}

describe('a log with its recent events in memory', () => {
  it('answers what the store answers', async () => {
    const { store, log, recent } = await given()
    right(await log.append(stream, 'none', many(3))())
    right(await log.append(stream, 2, many(2))())
    expect(recent.after('')).toEqual(await all(store.readAll({})))
    expect(recent.after(positionOf(4))).toEqual(await all(store.readAll({ after: positionOf(4) })))
    expect(recent.after(positionOf(5))).toEqual([])
    expect(recent.head()).toBe(await store.head())
    expect(recent.endOf(stream)).toBe(4)
  })

  it('knows the end of a log that was there before, and none of its events', async () => {
    const { log, recent } = await given(2)
    expect(recent.head()).toBe(positionOf(2))
    expect(recent.after('')).toBeUndefined()
    expect(recent.after(positionOf(2))).toEqual([])
    expect(recent.endOf(stream)).toBeUndefined()
    await all(log.readStream(stream, { direction: 'forwards' }))
    expect(recent.endOf(stream)).toBe(1)
  })

  it('keeps the last 1,024 events, and leaves the others to the store', async () => {
    const { log, recent } = await given()
    right(await log.append(stream, 'none', many(1100))())
    expect(recent.after(positionOf(75))).toBeUndefined()
    expect(recent.after(positionOf(76))).toHaveLength(1024)
  })

  it('takes a repeat for what it is', async () => {
    const { log, recent } = await given()
    const events = many(2)
    right(await log.append(stream, 'none', events)())
    right(await log.append(stream, 1, many(1))())
    right(await log.append(stream, 'none', events)())
    expect(recent.head()).toBe(positionOf(3))
    expect(recent.endOf(stream)).toBe(2)
    expect(recent.after('')).toHaveLength(3)
  })

  it('answers nothing after an append that failed, until the store has told its end', async () => {
    const { store, log } = await given()
    const failing: EventStore = {
      ...store,
      append: (...asked) =>
        isAway ? () => Promise.resolve(E.left({ _tag: 'StoreUnavailable', reason: 'away' })) : store.append(...asked),
    }
    let isAway = false
    const { append, head, recent } = await withRecentEvents(failing)
    right(await append(stream, 'none', many(1))())
    isAway = true
    expect(await append(stream, 0, many(1))()).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
    expect([recent?.head(), recent?.after(''), recent?.endOf(stream)]).toEqual([undefined, undefined, undefined])
    expect(await head()).toBe(positionOf(1))
    expect(recent?.head()).toBe(positionOf(1))
    await log.close()
  })
})
