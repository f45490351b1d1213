import * as T from 'fp-ts/Task'
import { decodeAndOpenEvent } from '../../../domain/command-handling/open-event'
import { eventDefinitions } from '../../../domain/event-definitions'
import { eventDefinitionsByType } from '../../../domain/event/decode-event-parts'
import type { StreamName } from '../../../domain/event/stream'
import type { Position } from '../../../domain/ports/event-store'
import type { ScopeKeys } from '../../../domain/ports/scope-keys'
import type { EventId } from '../../../domain/values/ids'
import { first, guardianship, second, vera } from '../../fixtures/example-guardians'
import { anna } from '../../fixtures/example-library'
import { numberedUuid } from '../../fixtures/numbered-uuid'
import { rightOrThrow } from '../../fixtures/right-or-throw'

const { emails: _emails, emailForNotices: _emailForNotices, ...restOfContact } = vera.details
const [work, home] = ['vera@work.example', 'vera@home.example']

/** What a version sealed of the contact details. */
const contactOfVersion = {
  1: { ...restOfContact, email: work },
  2: { ...restOfContact, emails: [home, work], emailForNotices: work },
} as const

const openAs = async (type: string, version: 1 | 2) => {
  const details = contactOfVersion[version]
  const keys: Pick<ScopeKeys, 'openParts'> = {
    openParts: (_context, _sealed, parts) =>
      T.of(parts.map(() => ({ _tag: 'Plain' as const, value: { ...vera, guardianship, details } }))),
  }
  const event = {
    ...{ id: numberedUuid(1) as EventId, stream: `borrower-${anna}` as StreamName, revision: 0 },
    ...{ position: '1' as Position, type, version, recorded: '2026-03', sealed: new Uint8Array(0) },
    open: JSON.stringify({ borrower: anna, guardian: second, replaces: first }),
  }
  return rightOrThrow(await decodeAndOpenEvent(eventDefinitionsByType(eventDefinitions), keys)('persons')(event)())
}

describe('a guardian of an older folder', () => {
  it.each([
    ...(['GuardianRegistered', 'GuardianCorrected'] as const).flatMap((type) =>
      ([1, 2] as const).map((version) => [type, version] as const),
    ),
  ])(
    '(%s, version %i) has the e-mail for notices as a verified one: the library has sent its mail there',
    async (type, version) => {
      const { sealed } = await openAs(type, version)
      expect(sealed).toMatchObject({
        guardian: { value: { details: { emailForNotices: work }, verifiedEmails: [work], name: vera.name } },
      })
    },
  )
})
