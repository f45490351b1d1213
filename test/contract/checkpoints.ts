import type { Checkpoints } from '../../domain/ports/checkpoints'
import type { EventStore } from '../../domain/ports/event-store'
import { append, aStream, events } from './event-store/given'

interface Log {
  readonly events: EventStore
  readonly checkpoints: Checkpoints
}

/** What checkpoints beside a log promise. */
export const checkpointsContract = (name: string, open: () => Promise<Log>): void => {
  describe(`checkpoints: ${name}`, () => {
    it('are unknown for a reactor that has not begun, and then the last one written, each for itself', async () => {
      const log = await open()
      const first = await append(log.events, aStream(), 'none', events(1))
      const second = await append(log.events, aStream(), 'none', events(1))
      expect(await log.checkpoints.read('fees')()).toBeUndefined()
      await log.checkpoints.write('fees', first.position)()
      await log.checkpoints.write('fees', second.position)()
      await log.checkpoints.write('queues', first.position)()
      expect(await log.checkpoints.read('fees')()).toBe(second.position)
      expect(await log.checkpoints.read('queues')()).toBe(first.position)
      await log.events.close()
    })
  })
}
