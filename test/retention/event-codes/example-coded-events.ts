import { generateKeyPairSync, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { StreamName } from '../../../domain/event/stream'
import type { Position, RecordedEvent } from '../../../domain/ports/event-store'
import type { EventId } from '../../../domain/values/ids'
import { deriveFirstEventCodeKeys } from '../../../retention/event-codes/derive-first-event-code-keys'
import {
  makeEventCodeFunctions,
  type EventCodeFunctions,
} from '../../../retention/event-codes/make-event-code-functions'
import type { SummaryOfEventsWithoutCode } from '../../../retention/event-codes/summary-of-events-without-code'

export const noOlderEvents: SummaryOfEventsWithoutCode = { events: 0, digest: '', ends: [] }

/** The codes of a library with a ring of its own. */
export const codesOfNewLibrary = (older = noOlderEvents): EventCodeFunctions => {
  const library = randomUUID()
  const keys = deriveFirstEventCodeKeys(library, generateKeyPairSync('ed25519').privateKey)
  return makeEventCodeFunctions(library, keys, { circulation: older, persons: older })
}

export const exampleEvent = (overrides: Partial<RecordedEvent> = {}): RecordedEvent => ({
  stream: 'copy-3274626533' as StreamName,
  revision: 4,
  position: '000000000012' as Position,
  id: '5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33' as EventId,
  type: 'LoanReturned',
  version: 1,
  recorded: '2026-11-22',
  open: '{"copy":"3274626533","loan":"6c0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e34","title":"Æblets æra"}',
  sealed: Buffer.from('a sealed part'),
  ...overrides,
})

/** Any event: short texts, so that members often agree or run into each other. */
export const arbitraryEvent: fc.Arbitrary<RecordedEvent> = fc.record({
  stream: fc.string({ maxLength: 4, unit: 'binary' }).map((name) => name as StreamName),
  revision: fc.nat(3),
  position: fc.constant('000000000001' as Position),
  id: fc.uuid().map((id) => id as EventId),
  type: fc.string({ maxLength: 3, unit: 'binary' }),
  version: fc.nat(2),
  recorded: fc.constantFrom('2026-11', '2026-11-2', '2026-11-22'),
  open: fc.string({ maxLength: 6, unit: 'binary' }),
  sealed: fc.uint8Array({ maxLength: 4 }),
})
