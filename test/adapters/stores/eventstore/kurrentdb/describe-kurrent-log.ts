import { either } from 'fp-ts'
import type { KurrentSettings } from '../../../../../adapters/stores/eventstore/kurrentdb/kurrent-settings'
import { openKurrentLog } from '../../../../../adapters/stores/eventstore/kurrentdb/open-kurrent-log'
import type { EventStore } from '../../../../../domain/ports/event-store'
import type { KurrentStandIn } from '../../../../fixtures/kurrentdb/kurrent-stand-in'
import { withKurrentStandIns } from '../../../../fixtures/kurrentdb/with-kurrent-stand-ins'

/** Time-outs for tests, in ms: no longer than necessary for a lost answer, long enough for a busy machine. */
const shortTimeouts: Partial<KurrentSettings> = {
  callTimeout: 3000,
  retryTimeout: 60_000,
  silenceTimeout: 100,
  longestRetryPause: 50,
}

/** For tests of the end of the retries, in ms. */
export const shortRetries: Partial<KurrentSettings> = { retryTimeout: 1000 }

export interface KurrentLogUnderTest {
  readonly server: KurrentStandIn
  readonly log: EventStore
}

/** Describes a log on a stand-in. Each test gets a stand-in and a log of its own. */
export const describeKurrentLog = (name: string, tests: (underTest: () => KurrentLogUnderTest) => void): void =>
  withKurrentStandIns((another) => {
    describe(`a log on a cluster, ${name}`, () => {
      let underTest: KurrentLogUnderTest
      beforeEach(async () => {
        const server = await another()
        underTest = { server, log: await openTestLog(server.connectionString()) }
      })
      afterEach(async () => {
        await underTest.log.close()
        underTest.server.stop()
      })
      tests(() => underTest)
    })
  })

export const openTestLog = async (
  connectionString: string,
  overrides: Partial<KurrentSettings> = {},
): Promise<EventStore> => {
  const log = await openKurrentLog(connectionString, { ...shortTimeouts, ...overrides })()
  if (either.isLeft(log)) throw new Error(log.left.reason)
  return log.right
}
