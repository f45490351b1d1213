import * as T from 'fp-ts/Task'
import { decodeAndOpenEvent } from '../../../domain/command-handling/open-event'
import { eventDefinitions } from '../../../domain/event-definitions'
import { eventDefinitionsByType } from '../../../domain/event/decode-event-parts'
import { erased } from '../../../domain/event/plain-or-erased'
import type { StreamName } from '../../../domain/event/stream'
import type { Position } from '../../../domain/ports/event-store'
import type { ScopeKeys } from '../../../domain/ports/scope-keys'
import type { EventId } from '../../../domain/values/ids'
import { annasPerson, cardId, contactId } from '../../fixtures/example-borrowers'
import { anna } from '../../fixtures/example-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { numberedUuid } from '../../fixtures/numbered-uuid'

const { number, ...details } = annasPerson

/** What version 1 sealed in each part. */
const partsOfVersion1 = {
  borrower: { number, ...details },
  contact: { details: { careOf: null, address: null, phones: [], mobileForNotices: null, email: 'anna@example.dk' } },
  card: { number: '8510000001', pin: 'a salted hash' },
}
const registration = {
  ...{ id: numberedUuid(1) as EventId, stream: `borrower-${anna}` as StreamName, revision: 0 },
  ...{ position: '1' as Position, type: 'BorrowerRegistered', version: 1, recorded: '2026-03' },
  open: JSON.stringify({ borrower: anna, contact: contactId(1), card: cardId(1), registeredIn: '2026-03' }),
  sealed: new Uint8Array(0),
}
const keys: Pick<ScopeKeys, 'openParts'> = {
  openParts: (_context, _sealed, parts) =>
    T.of(
      parts.map(({ class: name }) => ({
        _tag: 'Plain' as const,
        value: partsOfVersion1[name as keyof typeof partsOfVersion1],
      })),
    ),
}

describe('a registration of version 1', () => {
  it('is read with its details beside the number, its e-mail as a verified one, and without the parts that only version 2 has', async () => {
    const read = decodeAndOpenEvent(eventDefinitionsByType(eventDefinitions), keys)('persons')(registration)
    const event = rightOrThrow(await read())
    expect(event.open).toMatchObject({ identity: null, preference: null })
    expect(event.sealed).toEqual({
      borrower: { _tag: 'Plain', value: { number, detailsOfVersion1: details } },
      contact: {
        _tag: 'Plain',
        value: {
          details: {
            ...{ careOf: null, address: null, phones: [], mobileForNotices: null },
            ...{ emails: ['anna@example.dk'], emailForNotices: 'anna@example.dk' },
          },
          verifiedEmails: ['anna@example.dk'],
        },
      },
      card: { _tag: 'Plain', value: partsOfVersion1.card },
      identity: erased,
      preference: erased,
    })
  })
})
