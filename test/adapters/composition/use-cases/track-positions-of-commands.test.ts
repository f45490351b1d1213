import { trackPositionsOfCommands } from '../../../../adapters/composition/use-cases/track-positions-of-commands'
import { openMemoryLog } from '../../../../adapters/stores/eventstore/memory/open-memory-log'
import type { EventStore } from '../../../../domain/ports/event-store'
import type { StreamName } from '../../../../domain/event/stream'
import { appendOrThrow, newEvent, newStream, readWholeStream } from '../../../contract/event-store/event-store-steps'

const [copy, otherCopy] = [newStream(), newStream()]

/** A log that other processes may write to as well. */
const sharedLog = (): EventStore => openMemoryLog().events

const appendTo = (log: EventStore, stream: StreamName) => appendOrThrow(log, stream, 'none', [newEvent()])

describe('the positions of commands', () => {
  it('are those of the last events that this process appended to each log', async () => {
    const { logs, positions } = trackPositionsOfCommands({ circulation: sharedLog(), persons: sharedLog() })
    expect(positions()).toEqual({ circulation: '', persons: '' })
    const { position } = await appendTo(logs.circulation, copy)
    expect(positions()).toEqual({ circulation: position, persons: '' })
  })

  it('include what another process appended once it is found in a stream', async () => {
    const circulation = sharedLog()
    const { logs, positions } = trackPositionsOfCommands({ circulation, persons: sharedLog() })
    const elsewhere = await appendTo(circulation, copy)
    const later = await appendTo(circulation, otherCopy)
    expect(positions().circulation).toBe('')
    await readWholeStream(logs.circulation, copy)
    expect(positions().circulation).toBe(elsewhere.position)
    expect(later.position > elsewhere.position).toBe(true)
  })

  it('are the ends of logs that are in memory', async () => {
    const circulation = sharedLog()
    const head = (await appendTo(circulation, copy)).position
    const recent = { head: () => head, after: () => [], endOf: () => 0 }
    const { positions } = trackPositionsOfCommands({ circulation: { ...circulation, recent }, persons: sharedLog() })
    expect(positions()).toEqual({ circulation: head, persons: '' })
  })
})
