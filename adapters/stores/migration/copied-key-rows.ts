import { hidesEpochOfDestroyedKey } from '../../../retention/keys/hides-epoch-of-destroyed-key'
import type { Epoch } from '../../../retention/keys/kek-ring'
import type { KeyRow } from '../../../retention/keys/key-row'

/** Leaves out a row that was fenced by hand, without an erasure: a missing key raises the same alarm. */
export const isKeyRowToMigrate = (row: KeyRow): boolean => row._tag === 'Living' || row.certificate !== null

/** The wrapped key of a row, or the id of the certificate of its destruction. */
export const keyOrCertificateOf = (row: KeyRow): string | Uint8Array =>
  row._tag === 'Living' ? row.wrapped : (row.certificate ?? '')

/** The epoch of a row, and of its copy: a fenced row of *persons* loses its epoch when it is fenced in the copy. */
export const comparableEpochOfKeyRow = (row: KeyRow): Epoch =>
  row._tag === 'Fenced' && hidesEpochOfDestroyedKey(row.class) ? 0 : row.epoch
