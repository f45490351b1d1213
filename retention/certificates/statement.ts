import * as t from 'io-ts'
import { ScopeClassName } from '../../domain/erasure/scope-class-name'
import { nullable, record } from '../../domain/event/record'
import { CertificateId, EventId, RunId, ScopeId } from '../../domain/values/ids'

/** One scope: what it was, what made it due and when, and what is left of its key. Never a person. */
const ErasedScope = record('ErasedScope', {
  scope: ScopeId,
  class: ScopeClassName,
  trigger: EventId,
  dueBy: t.union([t.literal('at once'), t.literal('day'), t.literal('month')]),
  /** A day, in persons a month. */
  dueOn: t.string,
  /** Of the key, made with it; null for a scope that never had one. */
  fingerprint: nullable(t.string),
  /** The epoch of the wrapping key under which the key was kept. */
  epoch: t.number,
})
export type ErasedScope = t.TypeOf<typeof ErasedScope>

const Why = record('Why', { class: ScopeClassName, legalBasis: t.string, promise: t.string })
const Step = record('Step', { step: t.string, on: t.string, result: t.literal('done') })

/** What a certificate says: what was erased, why, and how. */
export const Statement = record('Statement', {
  format: t.literal('glemsom certificate 1'),
  certificate: CertificateId,
  run: RunId,
  log: t.union([t.literal('circulation'), t.literal('persons')]),
  /** Where the log declares the scopes due. */
  position: t.string,
  scopes: t.readonlyArray(ErasedScope),
  why: t.readonlyArray(Why),
  method: t.literal('key destroyed in the key store and fenced'),
  steps: t.readonlyArray(Step),
  /** Until when a backup of the key store could hold a key: not known to end. */
  horizon: t.literal('open'),
})
export type Statement = t.TypeOf<typeof Statement>
