import { either } from 'fp-ts'
import type { KurrentSettings } from '../../../../../adapters/stores/eventstore/kurrentdb/settings'
import { openKurrentLog } from '../../../../../adapters/stores/eventstore/kurrentdb/store'
import type { EventStore } from '../../../../../domain/ports/event-store'
import type { StandIn } from '../../../../fixtures/kurrentdb/stand-in'
import { withStandIns } from '../../../../fixtures/kurrentdb/with-stand-ins'

/** A lost answer is waited for no longer than it must be; a machine that is busy has time to answer. */
const settings: Partial<KurrentSettings> = { deadline: 3000, patience: 60_000, pollEvery: 100, longestPause: 50 }

/** How long a caller waits, in ms, where a test is about the end of that wait. */
export const impatient: Partial<KurrentSettings> = { patience: 1000 }

export interface Given {
  readonly server: StandIn
  readonly log: EventStore
}

/** Says something of a log on a stand-in, which is opened anew for each test. */
export const describeOnALog = (name: string, tests: (given: () => Given) => void): void =>
  withStandIns((another) => {
    describe(`a log on a cluster, ${name}`, () => {
      let given: Given
      beforeEach(async () => {
        const server = await another()
        given = { server, log: await opened(server.connectionString()) }
      })
      afterEach(async () => {
        await given.log.close()
        given.server.stop()
      })
      tests(() => given)
    })
  })

export const opened = async (
  connectionString: string,
  differing: Partial<KurrentSettings> = {},
): Promise<EventStore> => {
  const log = await openKurrentLog(connectionString, { ...settings, ...differing })()
  if (either.isLeft(log)) throw new Error(log.left.reason)
  return log.right
}
