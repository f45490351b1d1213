import type { ReactorCheckpoints } from '../../domain/ports/reactor-checkpoints'
import type { EventStore } from '../../domain/ports/event-store'
import { appendOrThrow, newStream, newEvents } from './event-store/event-store-steps'

interface Log {
  readonly events: EventStore
  readonly checkpoints: ReactorCheckpoints
}

/** The contract of reactor checkpoints, for each store. */
export const checkpointsContract = (name: string, open: () => Promise<Log>): void => {
  describe(`checkpoints: ${name}`, () => {
    it('are undefined before the first write, and then the last position written, for each reactor alone', async () => {
      const log = await open()
      const first = await appendOrThrow(log.events, newStream(), 'none', newEvents(1))
      const second = await appendOrThrow(log.events, newStream(), 'none', newEvents(1))
      expect(await log.checkpoints.readPosition('fees')()).toBeUndefined()
      await log.checkpoints.writePosition('fees', first.position)()
      await log.checkpoints.writePosition('fees', second.position)()
      await log.checkpoints.writePosition('queues', first.position)()
      expect(await log.checkpoints.readPosition('fees')()).toBe(second.position)
      expect(await log.checkpoints.readPosition('queues')()).toBe(first.position)
      await log.events.close()
    })
  })
}
