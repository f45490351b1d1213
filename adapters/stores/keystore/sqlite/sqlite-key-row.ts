import type { CertificateId, ScopeId } from '../../../../domain/values/ids'
import type { KeyRow } from '../../../../retention/keys/key-row'
import { scopeClassOfCode } from '../../../../retention/sealing/scope-class-codes'
import { bytesToUuid } from '../../../../retention/sealing/uuid-bytes'

/** A row as the driver returns it. */
export interface SqliteKeyRow {
  readonly scope: Buffer
  readonly class: number
  readonly version: number
  readonly epoch: number
  readonly wrapped: Buffer | null
  readonly fingerprint: Buffer
  readonly certificate: Buffer | null
}

/** Decodes a row; an empty list when the code of its class is unknown, so that its key counts as missing. */
export const decodeSqliteKeyRow = (columns: SqliteKeyRow): ReadonlyArray<KeyRow> => {
  const scopeClass = scopeClassOfCode(columns.class)
  if (scopeClass === undefined) return []
  const { version, epoch, fingerprint, wrapped, certificate } = columns
  const common = { scope: bytesToUuid(columns.scope) as ScopeId, class: scopeClass, version, epoch, fingerprint }
  return wrapped === null
    ? [{ _tag: 'Fenced', ...common, certificate: certificate && (bytesToUuid(certificate) as CertificateId) }]
    : [{ _tag: 'Living', ...common, wrapped }]
}
