import type { KeyRow } from '../../../retention/keys/key-row'

/** One that was fenced by hand, without an erasure, is left out: a key that is missing is as loud as that is. */
export const isToCopy = (row: KeyRow): boolean => row._tag === 'Living' || row.certificate !== null

/** What a row holds: its wrapped key, or the certificate under which that was destroyed. */
export const heldBy = (row: KeyRow): string | Uint8Array =>
  row._tag === 'Living' ? row.wrapped : (row.certificate ?? '')
