import { createHash } from 'node:crypto'
import * as E from 'fp-ts/Either'
import type { Unavailable } from '../../../domain/ports/keys'
import { allRows } from '../../../retention/keys/all-rows'
import type { KeyRow } from '../../../retention/keys/key-row'
import type { KeyStore } from '../../../retention/keys/key-store'
import { tuple } from '../../../retention/sealing/tuple'
import { heldBy, isToCopy } from './key-row'

const bytesOf = (row: KeyRow): Buffer =>
  tuple([row.scope, row.class, String(row.version), String(row.epoch), heldBy(row), row.fingerprint])

/** What a key store holds, in one number that two share only when they hold the same rows. */
export interface KeyDigest {
  readonly rows: number
  /** SHA-256, as hexadecimal digits. */
  readonly digest: string
}

/** Reads all rows of a key store that are copied, in the order of their scopes. */
export const keyDigestOf = async (store: Pick<KeyStore, 'page'>): Promise<E.Either<Unavailable, KeyDigest>> => {
  const hash = createHash('sha256')
  let rows = 0
  for await (const page of allRows(store)) {
    if (E.isLeft(page)) return page
    for (const row of page.right.filter(isToCopy)) {
      hash.update(bytesOf(row))
      rows += 1
    }
  }
  return E.right({ rows, digest: hash.digest('hex') })
}
