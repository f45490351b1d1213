import { randomUUID } from 'node:crypto'
import type { PrimaryStores } from '../../../adapters/composition/stores/primary-stores'
import { ErasureDue } from '../../../domain/erasure/events/erasure-due'
import { ScopesErased } from '../../../domain/erasure/events/scopes-erased'
import { canonicalJson } from '../../../domain/event/canonical-json'
import type { AnyEvent } from '../../../domain/event/define-event'
import type { ScopeClass } from '../../../domain/event/scope-class'
import { eventDefinitions } from '../../../domain/event-definitions'
import { streamNameOf } from '../../../domain/event/stream'
import type { StoredEvent } from '../../../domain/ports/event-store'
import type { CertificateId, EventId, RunId, ScopeId } from '../../../domain/values/ids'
import { rightOrThrow } from '../../fixtures/right-or-throw'

const versions: ReadonlyMap<string, number> = new Map(eventDefinitions.map(({ type, version }) => [type, version]))

/** An event without sealed parts, in the last version of its type, recorded on a day. */
export const openEventRecorded =
  (recorded: string) =>
  (event: AnyEvent): StoredEvent => ({
    id: randomUUID() as EventId,
    type: event.type,
    version: versions.get(event.type) ?? 1,
    recorded,
    open: canonicalJson(event.open),
    sealed: new Uint8Array(0),
  })

/** The ids of scopes that are due, and of the event that made each of them due. */
export type TriggerOfScope = ReadonlyMap<string, EventId>

/**
 * Declares due scopes erased, with a certificate that is not signed, and fences them. They had no keys, so that none is
 * made only to be destroyed.
 */
export const writeErasure =
  ({ logs, keyStore }: PrimaryStores, recorded: string) =>
  async (name: ScopeClass, triggers: TriggerOfScope): Promise<void> => {
    const due = [...triggers].map(([scope, trigger]) => ({ scope: scope as ScopeId, class: name, trigger }))
    const scopes = due.map(({ scope }) => ({ scope, class: name }))
    const run = randomUUID() as RunId
    const certificate = randomUUID() as CertificateId
    const events = [
      ErasureDue({ run, reason: 'due', scopes: due }, {}),
      ScopesErased({ run, certificate, statement: '{}', signature: 'none' }, {}),
    ].map(openEventRecorded(recorded))
    rightOrThrow(await keyStore.fence(scopes, certificate)())
    rightOrThrow(await logs.circulation.append(streamNameOf('erasure')(run), 'none', events)())
  }
