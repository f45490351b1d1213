import type { ScopeClass } from '../../domain/event/scope-class'
import type { CertificateId, ScopeId } from '../../domain/values/ids'
import type { Epoch } from './kek-ring'

interface KeyRowColumns {
  readonly scope: ScopeId
  readonly class: ScopeClass
  /** The version of the scope's key. */
  readonly version: number
  readonly epoch: Epoch
  /** 16 bytes, made with the key; empty for a fenced scope that never had a key. */
  readonly fingerprint: Uint8Array
}

/** A scope with a key. All wrapped keys have the same length, and the parent's id is inside the wrapped bytes. */
export interface LivingKeyRow extends KeyRowColumns {
  readonly _tag: 'Living'
  readonly wrapped: Uint8Array
}

/** A scope whose key is destroyed and that never gets another. Without a certificate id, somebody fenced it by hand. */
export interface FencedKeyRow extends KeyRowColumns {
  readonly _tag: 'Fenced'
  readonly certificate: CertificateId | null
}

export type KeyRow = LivingKeyRow | FencedKeyRow

/** Overwrites the wrapped keys of rows that were read from a key store, or that it has stored: the store has its own. */
export const wipeWrappedKeysInMemory = (rows: ReadonlyArray<KeyRow>): void => {
  for (const row of rows) if (row._tag === 'Living') row.wrapped.fill(0)
}
