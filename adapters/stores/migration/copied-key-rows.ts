import type { KeyRow } from '../../../retention/keys/key-row'

/** Leaves out a row that was fenced by hand, without an erasure: a missing key raises the same alarm. */
export const isCopiedRow = (row: KeyRow): boolean => row._tag === 'Living' || row.certificate !== null

/** The wrapped key of a row, or the id of the certificate of its destruction. */
export const keyOrCertificateOf = (row: KeyRow): string | Uint8Array =>
  row._tag === 'Living' ? row.wrapped : (row.certificate ?? '')
