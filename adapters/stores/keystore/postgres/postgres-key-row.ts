import type { CertificateId, ScopeId } from '../../../../domain/values/ids'
import type { PartScope } from '../../../../domain/ports/scope-keys'
import type { KeyRow } from '../../../../retention/keys/key-row'
import { scopeClassOfCode } from '../../../../retention/sealing/scope-class-codes'

/** A row as the driver returns it. */
export interface PostgresKeyRow {
  readonly scope: ScopeId
  readonly class: number
  readonly version: number
  readonly epoch: number
  readonly wrapped: Buffer | null
  readonly fingerprint: Buffer
  readonly certificate: CertificateId | null
}

/** What a row says of its scope. */
export type ScopeColumns = Pick<PostgresKeyRow, 'scope' | 'class'>

/** Decodes the scope of a row; an empty list when the code of its class is unknown. */
export const decodeScopeColumns = ({ scope, class: code }: ScopeColumns): ReadonlyArray<PartScope> => {
  const scopeClass = scopeClassOfCode(code)
  return scopeClass === undefined ? [] : [{ scope, class: scopeClass }]
}

/** Decodes a row; an empty list when the code of its class is unknown, so that its key counts as missing. */
export const decodePostgresKeyRow = ({ wrapped, certificate, ...columns }: PostgresKeyRow): ReadonlyArray<KeyRow> =>
  decodeScopeColumns(columns).map((scope) => {
    const common = { ...columns, ...scope }
    return wrapped === null ? { _tag: 'Fenced', ...common, certificate } : { _tag: 'Living', ...common, wrapped }
  })
