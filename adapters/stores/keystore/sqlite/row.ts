import type { CertificateId, ScopeId } from '../../../../domain/values/ids'
import type { KeyRow } from '../../../../retention/keys/key-row'
import { classOfCode } from '../../../../retention/sealing/class-codes'
import { bytesToUuid } from '../../../../retention/sealing/uuid-bytes'

/** A row as the driver gives it. */
export interface Columns {
  readonly scope: Buffer
  readonly class: number
  readonly version: number
  readonly epoch: number
  readonly wrapped: Buffer | null
  readonly fingerprint: Buffer
  readonly certificate: Buffer | null
}

/** A row of the table. A class of no known code leaves the row out: whoever asks for it finds it missing. */
export const toRow = (columns: Columns): ReadonlyArray<KeyRow> => {
  const name = classOfCode(columns.class)
  if (name === undefined) return []
  const { version, epoch, fingerprint, wrapped, certificate } = columns
  const common = { scope: bytesToUuid(columns.scope) as ScopeId, class: name, version, epoch, fingerprint }
  return wrapped === null
    ? [{ _tag: 'Fenced', ...common, certificate: certificate && (bytesToUuid(certificate) as CertificateId) }]
    : [{ _tag: 'Living', ...common, wrapped }]
}
