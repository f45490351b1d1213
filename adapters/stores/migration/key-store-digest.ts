import { createHash } from 'node:crypto'
import * as E from 'fp-ts/Either'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import { readAllKeyRows } from '../../../retention/keys/read-all-key-rows'
import type { KeyRow } from '../../../retention/keys/key-row'
import type { KeyStore } from '../../../retention/keys/key-store'
import { encodeTuple } from '../../../retention/sealing/encode-tuple'
import { comparableEpochOfKeyRow, keyOrCertificateOf, isKeyRowToMigrate } from './copied-key-rows'

const keyRowBytes = (row: KeyRow): Buffer =>
  encodeTuple([
    row.scope,
    row.class,
    String(row.version),
    String(comparableEpochOfKeyRow(row)),
    keyOrCertificateOf(row),
    row.fingerprint,
  ])

/** Two key stores have the same digest only when they hold the same rows. */
export interface KeyStoreDigest {
  readonly rows: number
  /** SHA-256, as hexadecimal digits. */
  readonly digest: string
}

/** Computes the digest of the rows that a migration copies, in the order of their scope ids. */
export const digestOfKeyRows = async (
  store: Pick<KeyStore, 'page'>,
): Promise<E.Either<Unavailable, KeyStoreDigest>> => {
  const hash = createHash('sha256')
  let rows = 0
  for await (const page of readAllKeyRows(store)) {
    if (E.isLeft(page)) return page
    for (const row of page.right.filter(isKeyRowToMigrate)) {
      hash.update(keyRowBytes(row))
      rows += 1
    }
  }
  return E.right({ rows, digest: hash.digest('hex') })
}
