import * as fc from 'fast-check'
import { firstFound } from '../../../domain/command-handling/first-found'
import { addDays, type Day } from '../../../domain/values/day'
import type { EventId } from '../../../domain/values/ids'
import type { StateCache } from '../../../domain/ports/state-cache'
import type { StreamName } from '../../../domain/event/stream'
import type { Position, RecordedEvent, Revision } from '../../../domain/ports/event-store'
import { uuid } from '../../fixtures/uuid'

const address = { log: 'circulation', stream: 'copy-3274626533' as StreamName } as const
const firstDay = '2026-01-05' as Day
const idAt = (index: number): EventId => uuid(index) as EventId

/** A shelf with one stream on it: event n stands at revision n, recorded on the n-th day. */
const shelfWith = (count: number) => {
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
  return { read, shelf: { stores: { circulation: store, persons: store }, cache: noStates } }
}

const noStates: StateCache = { get: () => undefined, put: () => undefined, drop: () => undefined }

describe('what is looked for in a stream under several ids', () => {
  it('is found wherever it stands since a day, and nowhere before it', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), fc.nat(80), fc.nat(80), async (count, place, days) => {
        const { shelf } = shelfWith(count)
        const sought = new Set([idAt(place), idAt(500), idAt(501)])
        const found = await firstFound(shelf)(address, sought, addDays(days)(firstDay))()
        expect(found).toBe(place < count && place >= days ? idAt(place) : undefined)
      }),
    ))

  it('costs one event to read when the last event of the stream is older', async () => {
    const { shelf, read } = shelfWith(40)
    expect(await firstFound(shelf)(address, new Set([idAt(3)]), addDays(40)(firstDay))()).toBeUndefined()
    expect(read.events).toBe(1)
  })
})
