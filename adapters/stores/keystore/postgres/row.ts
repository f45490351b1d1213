import type { CertificateId, ScopeId } from '../../../../domain/values/ids'
import type { KeyRow } from '../../../../retention/keys/key-row'
import { classOfCode } from '../../../../retention/sealing/class-codes'

/** A row as the driver gives it. */
export interface Columns {
  readonly scope: ScopeId
  readonly class: number
  readonly version: number
  readonly epoch: number
  readonly wrapped: Buffer | null
  readonly fingerprint: Buffer
  readonly certificate: CertificateId | null
}

/** A row of the table. A class of no known code leaves the row out: whoever asks for it finds it missing. */
export const toRow = ({ wrapped, certificate, class: code, ...common }: Columns): ReadonlyArray<KeyRow> => {
  const name = classOfCode(code)
  if (name === undefined) return []
  return wrapped === null
    ? [{ _tag: 'Fenced', ...common, class: name, certificate }]
    : [{ _tag: 'Living', ...common, class: name, wrapped }]
}
