import * as E from 'fp-ts/Either'
import type { CertificateId } from '../../../domain/values/ids'
import { readAllKeyRows } from '../../../retention/keys/read-all-key-rows'
import type { FencedKeyRow, KeyRow, LivingKeyRow } from '../../../retention/keys/key-row'
import type { KeyStore } from '../../../retention/keys/key-store'
import { randomBytes } from '../../../retention/sealing/random-bytes'
import { comparableEpochOfKeyRow, keyOrCertificateOf, isKeyRowToMigrate } from './copied-key-rows'
import type { LibraryMigrationError } from './library-migration-error'

/** Random bytes of the length of a wrapped key. */
const noKeyBytes = (): Uint8Array => randomBytes(105)

/** To copy a fenced row with its fingerprint: insert it with random bytes instead of a key, and fence it. */
const asLivingRow = (row: KeyRow): LivingKeyRow =>
  row._tag === 'Living' ? row : { ...row, _tag: 'Living', wrapped: noKeyBytes() }

const groupByCertificate = (rows: ReadonlyArray<KeyRow>): ReadonlyMap<CertificateId, ReadonlyArray<FencedKeyRow>> => {
  const groups = new Map<CertificateId, ReadonlyArray<FencedKeyRow>>()
  for (const row of rows)
    if (row._tag === 'Fenced' && row.certificate !== null)
      groups.set(row.certificate, [...(groups.get(row.certificate) ?? []), row])
  return groups
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const comparedColumns = (row: KeyRow): string =>
  [row.scope, row.class, row.version, comparableEpochOfKeyRow(row), hex(row.fingerprint)].join(' ')
const keyOrCertificateText = (row: KeyRow): string => {
  const keyOrCertificate = keyOrCertificateOf(row)
  return typeof keyOrCertificate === 'string' ? keyOrCertificate : hex(keyOrCertificate)
}

/** How a row compares with the copy. 'to fence': an interrupted run inserted it and did not fence it. */
type CopyStatus = 'missing' | 'same' | 'to fence' | 'other'

const copyStatusOf = (row: KeyRow, existing: KeyRow | undefined): CopyStatus => {
  if (existing === undefined) return 'missing'
  if (comparedColumns(row) !== comparedColumns(existing)) return 'other'
  if (row._tag === existing._tag) return keyOrCertificateText(row) === keyOrCertificateText(existing) ? 'same' : 'other'
  return row._tag === 'Fenced' ? 'to fence' : 'other'
}

const copyPage = async (
  to: KeyStore,
  rows: ReadonlyArray<KeyRow>,
): Promise<E.Either<LibraryMigrationError, number>> => {
  const read = await to.read(rows.map(({ scope }) => scope))()
  if (E.isLeft(read)) return read
  const existing = new Map(read.right.map((row) => [row.scope, row]))
  const rowsWithStatus = (status: CopyStatus) =>
    rows.filter((row) => copyStatusOf(row, existing.get(row.scope)) === status)
  if (rowsWithStatus('other').length > 0) return E.left({ _tag: 'KeysDiffer' })
  const missing = rowsWithStatus('missing')
  const inserted = await to.insert(missing.map(asLivingRow))()
  if (E.isLeft(inserted)) return E.left('reason' in inserted.left ? inserted.left : { _tag: 'KeysDiffer' })
  // Sent together, they wait for the disk together: most certificates have few rows of a page.
  const groups = [...groupByCertificate([...missing, ...rowsWithStatus('to fence')])]
  const fenced = await Promise.all(groups.map(([certificate, rows]) => to.fence(rows, certificate)()))
  return fenced.find(E.isLeft) ?? E.right(missing.length)
}

/**
 * Copies all rows of a key store, wrapped and fenced, without unwrapping a key. Rows that the copy has already are only
 * compared. Answers how many rows were copied.
 */
export const copyKeyRowsToStore = async (
  from: KeyStore,
  to: KeyStore,
): Promise<E.Either<LibraryMigrationError, number>> => {
  if (from.library !== to.library) return E.left({ _tag: 'KeysDiffer' })
  let copied = 0
  for await (const page of readAllKeyRows(from)) {
    if (E.isLeft(page)) return page
    const result = await copyPage(to, page.right.filter(isKeyRowToMigrate))
    if (E.isLeft(result)) return result
    copied += result.right
  }
  return E.right(copied)
}
