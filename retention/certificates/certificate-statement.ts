import * as t from 'io-ts'
import { ScopeClassCodec } from '../../domain/erasure/scope-class-codec'
import { nullable, exactRecord } from '../../domain/event/exact-record'
import { CertificateId, EventId, RunId, ScopeId } from '../../domain/values/ids'

/** One erased scope: its class, the event that made it due, the date, and the fingerprint of its key. Names no person. */
const ErasedScope = exactRecord('ErasedScope', {
  scope: ScopeId,
  class: ScopeClassCodec,
  trigger: EventId,
  dueBy: t.union([t.literal('at once'), t.literal('day'), t.literal('month')]),
  /** A day; in *persons* a month. */
  dueOn: t.string,
  /** The fingerprint of the key, in hex; null for a scope that never had a key. */
  fingerprint: nullable(t.string),
  /** The epoch of the wrapping key that wrapped the key. */
  epoch: t.number,
})
export type ErasedScope = t.TypeOf<typeof ErasedScope>

const Why = exactRecord('Why', { class: ScopeClassCodec, legalBasis: t.string, promise: t.string })
const Step = exactRecord('Step', { step: t.string, on: t.string, result: t.literal('done') })

const statementFields = {
  format: t.literal('glemsom certificate 1'),
  certificate: CertificateId,
  run: RunId,
  log: t.union([t.literal('circulation'), t.literal('persons')]),
  /**
   * The position of the run's `ErasureDue` in *circulation*. In *persons* a place in the log would tell when in its month
   * somebody asked for erasure: statements of earlier releases have it, later ones are empty there.
   */
  position: t.string,
  scopes: t.readonlyArray(ErasedScope),
  why: t.readonlyArray(Why),
  method: t.literal('key destroyed in the key store and fenced'),
  steps: t.readonlyArray(Step),
  /** Until when a backup of the key store can hold a key: no end is known. */
  horizon: t.literal('open'),
}

/**
 * The statement of a certificate: what was erased, why, and how. In *circulation* it says how many legal holds stood when
 * it was signed; statements of earlier versions do not, and in *persons* the number would tell an order between the logs.
 */
export const CertificateStatement = t.union([
  exactRecord('Statement', statementFields),
  exactRecord('StatementWithHolds', { ...statementFields, holdsInForce: t.number }),
])
export type CertificateStatement = t.TypeOf<typeof CertificateStatement>
