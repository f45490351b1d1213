import { either } from 'fp-ts'
import type { KurrentSettings } from '../../../../adapters/eventstore/kurrentdb/settings'
import { openKurrentLog } from '../../../../adapters/eventstore/kurrentdb/store'
import type { EventStore } from '../../../../domain/ports/event-store'
import { standIn, type StandIn } from '../../../fixtures/kurrentdb/stand-in'

/** Impatient enough for a test. */
const settings: Partial<KurrentSettings> = { deadline: 300, patience: 2000, pollEvery: 100, longestPause: 50 }

export interface Given {
  readonly server: StandIn
  readonly log: EventStore
}

/** A log on a stand-in, opened anew for each test. */
export const aLog = (differing: Partial<KurrentSettings> = {}): (() => Given) => {
  let given: Given
  beforeEach(async () => {
    const server = standIn()
    await server.start()
    given = { server, log: await opened(server.connectionString(), differing) }
  })
  afterEach(async () => {
    await given.log.close()
    given.server.stop()
  })
  return () => given
}

export const opened = async (
  connectionString: string,
  differing: Partial<KurrentSettings> = {},
): Promise<EventStore> => {
  const log = await openKurrentLog(connectionString, { ...settings, ...differing })()
  if (either.isLeft(log)) throw new Error(log.left.reason)
  return log.right
}
