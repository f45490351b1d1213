import type { ScopeClass } from '../../domain/event/scope-class'
import type { CertificateId, ScopeId } from '../../domain/values/ids'
import type { Epoch } from './kek-ring'

interface Row {
  readonly scope: ScopeId
  readonly class: ScopeClass
  /** The version of the scope's key. */
  readonly version: number
  readonly epoch: Epoch
  /** 16 bytes, made with the key; none where a scope was fenced that never had one. */
  readonly fingerprint: Uint8Array
}

/** A scope with a key. Rows of all scopes are equally long, and whose a scope is stands inside what is wrapped. */
export interface LivingRow extends Row {
  readonly _tag: 'Living'
  readonly wrapped: Uint8Array
}

/** A scope whose key is gone and that never gets another. Without a certificate, someone fenced it by hand. */
export interface FencedRow extends Row {
  readonly _tag: 'Fenced'
  readonly certificate: CertificateId | null
}

export type KeyRow = LivingRow | FencedRow
