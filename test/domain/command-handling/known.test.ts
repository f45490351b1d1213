import { known } from '../../../domain/command-handling/known'
import type { Day } from '../../../domain/values/day'
import type { EventId } from '../../../domain/values/ids'
import type { StreamName } from '../../../domain/event/stream'
import type { Position, RecordedEvent, Revision } from '../../../domain/ports/event-store'
import { uuid } from '../../fixtures/uuid'

const address = { log: 'circulation', stream: 'copy-3274626533' as StreamName } as const
const idAt = (index: number): EventId => uuid(index) as EventId

const recorded = (revision: Revision, id: EventId, on: string): RecordedEvent => ({
  ...{ id, revision, recorded: on, stream: address.stream, position: String(revision) as Position },
  ...{ type: 'CopyFound', version: 1, open: '{}', sealed: new Uint8Array(0) },
})

/** A shelf with one stream on it, which counts how often it is read. */
const shelfWith = (events: ReadonlyArray<RecordedEvent>) => {
  const reads = { count: 0 }
  async function* pages(from: Revision, limit: number) {
    reads.count += 1
    const page = events.filter(({ revision }) => revision <= from).slice(-limit)
    if (page.length > 0) yield await Promise.resolve(page.reverse())
  }
  const store = {
    append: () => {
      throw new Error('nothing is appended')
    },
    readStream: (_stream: StreamName, { from = Infinity, limit = Infinity }: { from?: Revision; limit?: number }) =>
      pages(from, limit),
  }
  return { reads, shelf: { stores: { circulation: store, persons: store } } }
}

const stream = [recorded(0, uuid(90) as EventId, '2026-01-05'), recorded(1, idAt(0), '2026-01-07')]

describe('a command that comes again', () => {
  it('is known by its first event, wherever that stands since the day it names', async () => {
    const later = [...stream, recorded(2, uuid(91) as EventId, '2026-01-08')]
    const { shelf } = shelfWith(later)
    expect(await known(shelf)(address, idAt, '2026-01-07' as Day, later)()).toEqual({
      revision: 1,
      position: '1',
      repeated: true,
    })
  })

  it('is looked for in no stream whose last event is older than the day it names', async () => {
    const { shelf, reads } = shelfWith(stream)
    expect(await known(shelf)(address, idAt, '2026-01-08' as Day, stream)()).toBeUndefined()
    expect(reads.count).toBe(0)
  })

  it('is looked for in a stream whose last event was recorded on that very day', async () => {
    const { shelf, reads } = shelfWith(stream)
    expect(await known(shelf)(address, idAt, '2026-01-07' as Day, stream.slice(-1))()).toMatchObject({ repeated: true })
    expect(reads.count).toBe(1)
  })
})
