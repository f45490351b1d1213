import * as RA from 'fp-ts/ReadonlyArray'
import * as TE from 'fp-ts/TaskEither'
import { createEventDecoder, eventsPerKeyRequest } from '../../../../adapters/processes/projectors/event-decoder'
import { startReactor } from '../../../../adapters/processes/reactors/reactor'
import { createMemoryKekRing } from '../../../../adapters/stores/kek-ring/memory/memory-kek-ring'
import { createMemoryKeyStore } from '../../../../adapters/stores/keystore/memory/memory-key-store'
import { openMemoryLog } from '../../../../adapters/stores/eventstore/memory/open-memory-log'
import { sealEvents } from '../../../../domain/command-handling/seal-events'
import { LoanStarted } from '../../../../domain/copy/events/loan-started'
import { eventDefinitions } from '../../../../domain/event-definitions'
import { eventDefinitionsByType } from '../../../../domain/event/decode-event-parts'
import { streamNameOf } from '../../../../domain/event/stream'
import type { BorrowerId, EventId, LoanId } from '../../../../domain/values/ids'
import type { KeyStore } from '../../../../retention/keys/key-store'
import { annasLoanStarted } from '../../../fixtures/example-copy-events'
import { keysUnderTest, randomScopeId } from '../../../fixtures/keys-under-test'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const eventTable = eventDefinitionsByType(eventDefinitions)

/** A key store that counts the requests for keys. */
const countingStore = () => {
  const ring = createMemoryKekRing()
  const store = createMemoryKeyStore(ring.library)
  let requests = 0
  const counting: KeyStore = {
    ...store,
    read: (scopes) => {
      requests += 1
      return store.read(scopes)
    },
  }
  return { ring, store: counting, requests: () => requests }
}

/** A log with one loan of each of so many borrowers, written by another process. */
const logWithLoans = async ({ keys }: ReturnType<typeof keysUnderTest>, loans: number) => {
  const { events: log, checkpoints } = openMemoryLog()
  const stream = streamNameOf('copy')('3274626533')
  const borrowers = Array.from({ length: loans }, randomScopeId)
  rightOrThrow(await keys.createKeys(borrowers.map((scope) => ({ scope, class: 'borrower' })))())
  const started = borrowers.map((borrower) => {
    const event = annasLoanStarted({ borrower: borrower as string as BorrowerId })
    return { ...event, open: { ...event.open, loan: randomScopeId() as string as LoanId } }
  })
  const pending = { address: { log: 'circulation', stream } as const, firstRevision: 0, recorded: '2026-01-05' }
  const ids = started.map(() => randomScopeId() as string as EventId)
  const stored = rightOrThrow(await sealEvents({ keys, eventTable })({ ...pending, ids }, started)())
  rightOrThrow(await log.append(stream, 'none', stored)())
  return { log, checkpoints }
}

describe('the requests of a reactor to the key store', () => {
  it('are two for each 64 events of a page, and not two for each event', async () => {
    const { ring, store, requests } = countingStore()
    const underTest = keysUnderTest({ ring, store })
    const loans = 2 * eventsPerKeyRequest
    const { log, checkpoints } = await logWithLoans(underTest, loans)
    const eventDecoder = createEventDecoder(eventTable, underTest.anotherProcess())
    const decode = eventDecoder.decode('circulation')
    let openedParts = 0
    const requestsBefore = requests()
    const reactor = await startReactor({
      name: 'test',
      store: log,
      checkpoints,
      eventTypes: new Set([LoanStarted.type]),
      prefetchKeys: (events) => eventDecoder.prefetchKeys(RA.rights(events.map(decode))),
      openEvent: (stored) => eventDecoder.open(rightOrThrow(decode(stored))),
      react: ({ sealed }) => {
        openedParts += Object.values(sealed).filter((part) => part?._tag === 'Plain').length
        return TE.right(undefined)
      },
      alarm: (error) => {
        throw new Error(error._tag)
      },
      alarmCheckpointAhead: () => undefined,
      delay: () => Promise.resolve(),
    })
    rightOrThrow(await reactor.waitUntilCaughtUp())
    await reactor.stop()
    expect(openedParts).toBe(2 * loans)
    // One request for the keys of 64 events, and one for those of their borrowers.
    expect(requests() - requestsBefore).toBe(4)
    expect(underTest.alarms).toEqual([])
  })
})
