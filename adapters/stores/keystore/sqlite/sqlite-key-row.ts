import type { CertificateId, ScopeId } from '../../../../domain/values/ids'
import type { PartScope } from '../../../../domain/ports/scope-keys'
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

/** What a row says of its scope. */
export type ScopeColumns = Pick<SqliteKeyRow, 'scope' | 'class'>

/** Decodes the scope of a row; an empty list when the code of its class is unknown. */
export const decodeScopeColumns = (columns: ScopeColumns): ReadonlyArray<PartScope> => {
  const scopeClass = scopeClassOfCode(columns.class)
  return scopeClass === undefined ? [] : [{ scope: bytesToUuid(columns.scope) as ScopeId, class: scopeClass }]
}

/** Decodes a row; an empty list when the code of its class is unknown, so that its key counts as missing. */
export const decodeSqliteKeyRow = (columns: SqliteKeyRow): ReadonlyArray<KeyRow> => {
  const { version, epoch, fingerprint, wrapped, certificate } = columns
  return decodeScopeColumns(columns).map((scope) => {
    const common = { ...scope, version, epoch, fingerprint }
    return wrapped === null
      ? { _tag: 'Fenced', ...common, certificate: certificate && (bytesToUuid(certificate) as CertificateId) }
      : { _tag: 'Living', ...common, wrapped }
  })
}
