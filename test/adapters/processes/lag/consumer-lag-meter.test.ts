import { createConsumerLagMeter } from '../../../../adapters/processes/lag/consumer-lag-meter'
import { openMemoryLog } from '../../../../adapters/stores/eventstore/memory/open-memory-log'
import type { Position } from '../../../../domain/ports/event-store'
import type { LogConsumerPosition } from '../../../../retention/guards/consumers-behind'
import { appendOrThrow, newEvents, newStream } from '../../../contract/event-store/event-store-steps'

/** Two logs, a projector of both, a reactor of circulation, and a clock that the test moves. */
const setUp = () => {
  const logs = { circulation: openMemoryLog().events, persons: openMemoryLog().events }
  const positions: { circulation?: Position; persons?: Position; reactor?: Position } = {}
  let now = 0
  const consumers = (): ReadonlyArray<LogConsumerPosition> => [
    { name: 'projector', log: 'circulation', position: positions.circulation },
    { name: 'projector', log: 'persons', position: positions.persons },
    { name: 'reactor', log: 'circulation', position: positions.reactor },
  ]
  const meter = createConsumerLagMeter({ logs, consumers, clock: { elapsed: () => now } })
  const append = async (log: 'circulation' | 'persons', count: number): Promise<Position> =>
    (await appendOrThrow(logs[log], newStream(), 'none', newEvents(count))).position
  const sampleAt = (seconds: number): Promise<void> => {
    now = seconds * 1000
    return meter.sample()
  }
  const lagAt = async (seconds: number) => {
    await sampleAt(seconds)
    return meter.readLag()
  }
  return { positions, append, sampleAt, lagAt, meter }
}

describe('the lag of log consumers', () => {
  it('is 0 at the ends of both logs', async () => {
    const { positions, append, sampleAt, lagAt } = setUp()
    positions.circulation = positions.reactor = await append('circulation', 3)
    positions.persons = await append('persons', 2)
    for (const seconds of [0, 10]) await sampleAt(seconds)
    expect(await lagAt(20)).toEqual({
      projector: { events: 0, seconds: 0 },
      reactor: { events: 0, seconds: 0 },
    })
  })

  it('counts the events that are not read yet, of both logs together', async () => {
    const { positions, append, lagAt } = setUp()
    positions.reactor = await append('circulation', 3)
    await append('circulation', 4)
    await append('persons', 2)
    expect(await lagAt(0)).toMatchObject({ projector: { events: 9 }, reactor: { events: 4 } })
  })

  it('tells in whole tens of seconds for how long a stopped consumer has been behind', async () => {
    const { positions, append, sampleAt, lagAt } = setUp()
    await sampleAt(0)
    positions.circulation = await append('circulation', 1)
    for (const seconds of [10, 20]) await sampleAt(seconds)
    expect(await lagAt(30)).toEqual({ projector: { events: 0, seconds: 0 }, reactor: { events: 1, seconds: 20 } })
    expect(await lagAt(40)).toMatchObject({ reactor: { seconds: 30 } })
  })

  it('tells 0 seconds of a busy consumer that keeps up with the log', async () => {
    const { positions, append, sampleAt, meter } = setUp()
    for (let seconds = 0; seconds < 100; seconds += 10) {
      positions.circulation = positions.reactor = await append('circulation', 2)
      await append('circulation', 1)
      await sampleAt(seconds)
    }
    expect(await meter.readLag()).toEqual({
      projector: { events: 1, seconds: 0 },
      reactor: { events: 1, seconds: 0 },
    })
  })

  it('tells 0 seconds again when the consumer has caught up', async () => {
    const { positions, append, sampleAt, lagAt } = setUp()
    await sampleAt(0)
    const end = await append('circulation', 5)
    for (const seconds of [10, 20, 30]) await sampleAt(seconds)
    positions.circulation = positions.reactor = end
    expect(await lagAt(40)).toEqual({ projector: { events: 0, seconds: 0 }, reactor: { events: 0, seconds: 0 } })
    await append('circulation', 1)
    expect(await lagAt(50)).toMatchObject({ reactor: { events: 1, seconds: 0 } })
  })

  it('tells nothing new between samples, so that nobody who asks often learns when an event was appended', async () => {
    const { append, sampleAt, meter } = setUp()
    await sampleAt(0)
    const before = await meter.readLag()
    await append('persons', 2)
    expect(await meter.readLag()).toEqual(before)
    await sampleAt(10)
    expect(await meter.readLag()).toMatchObject({ projector: { events: 2 } })
  })
})
