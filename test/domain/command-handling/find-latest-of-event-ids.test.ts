import * as fc from 'fast-check'
import { findLatestOfEventIds } from '../../../domain/command-handling/find-latest-of-event-ids'
import { addDays, type Day } from '../../../domain/values/day'
import type { EventId } from '../../../domain/values/ids'
import type { StateCache } from '../../../domain/ports/state-cache'
import type { StreamName } from '../../../domain/event/stream'
import type { Position, RecordedEvent, Revision } from '../../../domain/ports/event-store'
import { numberedUuid } from '../../fixtures/numbered-uuid'

const address = { log: 'circulation', stream: 'copy-3274626533' as StreamName } as const
const firstDay = '2026-01-05' as Day
const idAt = (index: number): EventId => numberedUuid(index) as EventId

/** Stores with one stream: event n stands at revision n and was recorded on day n. */
const storesWith = (count: number) => {
  const events = Array.from({ length: count }, (_, revision): RecordedEvent => ({
    ...{ id: idAt(revision), revision, stream: address.stream, position: String(revision) as Position },
    ...{ type: 'CopyFound', version: 1, open: '{}', sealed: new Uint8Array(0), recorded: addDays(revision)(firstDay) },
  }))
  const read = { events: 0 }
  async function* pages(from: Revision, limit: number) {
    const page = events.filter(({ revision }) => revision <= from).slice(-limit)
    read.events += page.length
    if (page.length > 0) yield await Promise.resolve(page.reverse())
  }
  const store = {
    append: () => {
      throw new Error('nothing is appended')
    },
    readStream: (_stream: StreamName, { from = Infinity, limit = Infinity }: { from?: Revision; limit?: number }) =>
      pages(from, limit),
  }
  return { read, dependencies: { stores: { circulation: store, persons: store }, cache: noStates } }
}

const noStates: StateCache = { get: () => undefined, put: () => undefined, evictions: () => 0, evict: () => undefined }

describe('the latest event with one of several ids', () => {
  it('is found when it was recorded on or after a day, and not before it', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), fc.nat(80), fc.nat(80), async (count, place, days) => {
        const { dependencies } = storesWith(count)
        const eventIds = new Set([idAt(place), idAt(500), idAt(501)])
        const latest = await findLatestOfEventIds(dependencies)(address, eventIds, addDays(days)(firstDay))()
        expect(latest).toBe(place < count && place >= days ? idAt(place) : undefined)
      }),
    ))

  it('costs one read event when the last event of the stream is older', async () => {
    const { dependencies, read } = storesWith(40)
    expect(
      await findLatestOfEventIds(dependencies)(address, new Set([idAt(3)]), addDays(40)(firstDay))(),
    ).toBeUndefined()
    expect(read.events).toBe(1)
  })
})
