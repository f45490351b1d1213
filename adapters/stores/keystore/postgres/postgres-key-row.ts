import type { CertificateId, ScopeId } from '../../../../domain/values/ids'
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

/** Decodes a row; an empty list when the code of its class is unknown, so that its key counts as missing. */
export const decodePostgresKeyRow = ({
  wrapped,
  certificate,
  class: code,
  ...common
}: PostgresKeyRow): ReadonlyArray<KeyRow> => {
  const scopeClass = scopeClassOfCode(code)
  if (scopeClass === undefined) return []
  return wrapped === null
    ? [{ _tag: 'Fenced', ...common, class: scopeClass, certificate }]
    : [{ _tag: 'Living', ...common, class: scopeClass, wrapped }]
}
