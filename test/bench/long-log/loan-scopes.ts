import { randomUUID } from 'node:crypto'
import type { PrimaryStores } from '../../../adapters/composition/stores/primary-stores'
import { ErasureDue } from '../../../domain/erasure/events/erasure-due'
import { ScopesErased } from '../../../domain/erasure/events/scopes-erased'
import { canonicalJson } from '../../../domain/event/canonical-json'
import type { AnyEvent } from '../../../domain/event/define-event'
import type { ScopeClass } from '../../../domain/event/scope-class'
import { streamNameOf } from '../../../domain/event/stream'
import type { StoredEvent } from '../../../domain/ports/event-store'
import type { CertificateId, EventId, RunId, ScopeId } from '../../../domain/values/ids'
import { rightOrThrow } from '../../fixtures/right-or-throw'

/** An event without sealed parts, recorded on a day. */
export const openEventRecorded =
  (recorded: string) =>
  (event: AnyEvent): StoredEvent => ({
    id: randomUUID() as EventId,
    type: event.type,
    version: 1,
    recorded,
    open: canonicalJson(event.open),
    sealed: new Uint8Array(0),
  })

/**
 * Declares scopes erased, with a certificate that is not signed, and fences them. An event may name them afterwards: the
 * schedule accepts this order, and no key is made only to be destroyed.
 */
export const writeErasure =
  ({ logs, keyStore }: PrimaryStores, recorded: string) =>
  async (name: ScopeClass, ids: ReadonlyArray<string>): Promise<void> => {
    const scopes = ids.map((id) => ({ scope: id as ScopeId, class: name }))
    const run = randomUUID() as RunId
    const certificate = randomUUID() as CertificateId
    const due = scopes.map((scope) => ({ ...scope, trigger: randomUUID() as EventId }))
    const events = [
      ErasureDue({ run, reason: 'due', scopes: due }, {}),
      ScopesErased({ run, certificate, statement: '{}', signature: 'none' }, {}),
    ].map(openEventRecorded(recorded))
    rightOrThrow(await keyStore.fence(scopes, certificate)())
    rightOrThrow(await logs.circulation.append(streamNameOf('erasure')(run), 'none', events)())
  }
