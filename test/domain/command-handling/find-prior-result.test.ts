import { findPriorResult } from '../../../domain/command-handling/find-prior-result'
import type { Day } from '../../../domain/values/day'
import type { EventId } from '../../../domain/values/ids'
import type { StreamName } from '../../../domain/event/stream'
import type { Position, RecordedEvent, Revision } from '../../../domain/ports/event-store'
import { numberedUuid } from '../../fixtures/numbered-uuid'

const address = { log: 'circulation', stream: 'copy-3274626533' as StreamName } as const
const idAt = (index: number): EventId => numberedUuid(index) as EventId

const recorded = (revision: Revision, id: EventId, on: string): RecordedEvent => ({
  ...{ id, revision, recorded: on, stream: address.stream, position: String(revision) as Position },
  ...{ type: 'CopyFound', version: 1, open: '{}', sealed: new Uint8Array(0) },
})

/** Stores with one stream, which count how often it is read. */
const storesWith = (events: ReadonlyArray<RecordedEvent>) => {
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
  return { reads, dependencies: { stores: { circulation: store, persons: store } } }
}

const stream = [recorded(0, numberedUuid(90) as EventId, '2026-01-05'), recorded(1, idAt(0), '2026-01-07')]

describe('a repeated command', () => {
  it('is recognised by its first event, at any place since the day that it names', async () => {
    const later = [...stream, recorded(2, numberedUuid(91) as EventId, '2026-01-08')]
    const { dependencies } = storesWith(later)
    expect(await findPriorResult(dependencies)(address, idAt, '2026-01-07' as Day, later)()).toEqual({
      revision: 1,
      position: '1',
      repeated: true,
    })
  })

  it('reads nothing when the last event is older than the day that it names', async () => {
    const { dependencies, reads } = storesWith(stream)
    expect(await findPriorResult(dependencies)(address, idAt, '2026-01-08' as Day, stream)()).toBeUndefined()
    expect(reads.count).toBe(0)
  })

  it('reads the stream when the last event was recorded on that day', async () => {
    const { dependencies, reads } = storesWith(stream)
    expect(await findPriorResult(dependencies)(address, idAt, '2026-01-07' as Day, stream.slice(-1))()).toMatchObject({
      repeated: true,
    })
    expect(reads.count).toBe(1)
  })
})
