import { readEventsForState } from '../../../domain/command-handling/read-events-for-state'
import type { StreamName } from '../../../domain/event/stream'
import type { EventId } from '../../../domain/values/ids'
import type { Position, ReadStreamOptions, RecordedEvent, Revision } from '../../../domain/ports/event-store'
import { numberedUuid } from '../../fixtures/numbered-uuid'

const stream = 'copy-3274626533' as StreamName
const bounds = { restartsAt: new Set(['LoanStarted']), beginsAt: 'CopyAcquired' }

const recorded = (type: string, revision: Revision): RecordedEvent => ({
  ...{ id: numberedUuid(revision) as EventId, stream, revision, position: String(revision) as Position },
  ...{ type, version: 1, recorded: '2026-01-05', open: '{}', sealed: new Uint8Array(0) },
})

/** The types of the events that are read for the state of a stream with events of these types. */
const typesReadOf = async (types: ReadonlyArray<string>): Promise<ReadonlyArray<string>> => {
  const events = types.map(recorded)
  async function* readStream(_: StreamName, { direction, limit = Infinity }: ReadStreamOptions) {
    const page = direction === 'forwards' ? events : events.toReversed()
    yield await Promise.resolve(page.slice(0, limit))
  }
  const read = await readEventsForState({ readStream })(stream, bounds, 0)()
  return read.events.map(({ type }) => type)
}

const loans = Array.from({ length: 9 }, () => 'LoanStarted')

describe('the events that the state of a stream follows from', () => {
  it('are the first one and those since the state restarts, when the state begins with the first', async () =>
    expect(await typesReadOf(['CopyAcquired', ...loans])).toEqual(['CopyAcquired', 'LoanStarted']))

  it('are all of them, when the state begins later: a case of the copy came before it was acquired', async () => {
    const types = ['UnmatchedActRecorded', 'CopyAcquired', ...loans]
    expect(await typesReadOf(types)).toEqual(types)
  })
})
