import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { memoryLeases } from '../../../../adapters/processes/coordination/memory/memory-leases'
import { noReactorProgressChannel } from '../../../../adapters/processes/coordination/reactor-progress-channel'
import { startLeasedReactor } from '../../../../adapters/processes/reactors/leased-reactor'
import { startReactor } from '../../../../adapters/processes/reactors/reactor'
import { openMemoryLog } from '../../../../adapters/stores/eventstore/memory/open-memory-log'
import { streamNameOf } from '../../../../domain/event/stream'
import type { StoredEvent } from '../../../../domain/ports/event-store'
import type { EventId } from '../../../../domain/values/ids'
import { copyEventMetadata } from '../../../fixtures/copy-event-metadata'
import { annasLoanStarted } from '../../../fixtures/example-copy-events'
import { randomScopeId } from '../../../fixtures/keys-under-test'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { openingDay } from '../../../fixtures/running-library'

/** A reactor under a lease, whose reactions fail as long as `isFailing` says so. Its delays take no time. */
const reactorOf = async (isFailing: () => boolean) => {
  const { events: log, checkpoints } = openMemoryLog()
  rightOrThrow(await log.append(streamNameOf('copy')('3274626533'), 'none', [event])())
  return startLeasedReactor({
    ...{ name: 'test', store: log, checkpoints, alarm: () => undefined, alarmCheckpointAhead: () => undefined },
    alarmLeaseEndTooFar: () => undefined,
    leases: memoryLeases({ elapsed: () => 0 })(1000),
    progressChannel: noReactorProgressChannel,
    startReactor: (_lease, hooks) =>
      startReactor({
        ...{ name: 'test', store: log, checkpoints, eventTypes: new Set([event.type]), ...hooks },
        prefetchKeys: () => () => Promise.resolve(),
        openEvent: () => TE.right({ ...annasLoanStarted(), metadata: copyEventMetadata(0, openingDay) }),
        react: () =>
          isFailing() ? TE.left({ _tag: 'Unavailable', reason: 'the key store does not answer' }) : TE.right(undefined),
        alarm: () => undefined,
        alarmCheckpointAhead: () => undefined,
        delay: () => new Promise((resolve) => setImmediate(resolve)),
      }),
  })
}

const event: StoredEvent = {
  ...{ id: randomScopeId() as string as EventId, type: 'LoanStarted', version: 1, recorded: '2026-01-05' },
  ...{ open: '{}', sealed: new Uint8Array() },
}

describe('reactions that fail for long', () => {
  it('let nobody wait for ever, such as the closing of a day, and are waited for again once they run', async () => {
    let isFailing = true
    const reactor = await reactorOf(() => isFailing)
    expect(E.isLeft(await reactor.waitUntilCaughtUp())).toBe(true)
    isFailing = false
    expect(await reactor.waitUntilCaughtUp()).toEqual(E.right(undefined))
    await reactor.stop()
  })
})
