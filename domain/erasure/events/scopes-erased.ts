import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { CertificateId, RunId } from '../../values/ids'

/** The keys are destroyed, and no store holds what they sealed. The certificate is signed canonical JSON. */
export const ScopesErased = defineEvent('ScopesErased', 1, {
  open: { run: RunId, certificate: CertificateId, statement: t.string, signature: t.string },
  sealed: {},
})
export type ScopesErased = EventOf<typeof ScopesErased>
