import * as E from 'fp-ts/Either'
import type { CertificateId } from '../../../domain/values/ids'
import { allRows } from '../../../retention/keys/all-rows'
import type { FencedRow, KeyRow, LivingRow } from '../../../retention/keys/key-row'
import type { KeyStore } from '../../../retention/keys/key-store'
import { randomBytes } from '../../../retention/sealing/random-bytes'
import { heldBy, isToCopy } from './key-row'
import type { MigrationError } from './migration-error'

/** As long as a wrapped key, and none. */
const nothing = (): Uint8Array => randomBytes(105)

/** A fenced row keeps its fingerprint by being made with no key and fenced at once, like one whose key was destroyed. */
const asLiving = (row: KeyRow): LivingRow =>
  row._tag === 'Living' ? row : { ...row, _tag: 'Living', wrapped: nothing() }

const byCertificate = (rows: ReadonlyArray<KeyRow>): ReadonlyMap<CertificateId, ReadonlyArray<FencedRow>> => {
  const found = new Map<CertificateId, ReadonlyArray<FencedRow>>()
  for (const row of rows)
    if (row._tag === 'Fenced' && row.certificate !== null)
      found.set(row.certificate, [...(found.get(row.certificate) ?? []), row])
  return found
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const bound = ({ scope, class: name, version, epoch, fingerprint }: KeyRow): string =>
  [scope, name, version, epoch, hex(fingerprint)].join(' ')
const kept = (row: KeyRow): string => {
  const held = heldBy(row)
  return typeof held === 'string' ? held : hex(held)
}

/** How a row stands in the copy; a copy that broke off may have made one and not fenced it yet. */
type Standing = 'missing' | 'same' | 'to fence' | 'other'

const standing = (row: KeyRow, there: KeyRow | undefined): Standing => {
  if (there === undefined) return 'missing'
  if (bound(row) !== bound(there)) return 'other'
  if (row._tag === there._tag) return kept(row) === kept(there) ? 'same' : 'other'
  return row._tag === 'Fenced' ? 'to fence' : 'other'
}

const copyPage = async (to: KeyStore, rows: ReadonlyArray<KeyRow>): Promise<E.Either<MigrationError, number>> => {
  const read = await to.read(rows.map(({ scope }) => scope))()
  if (E.isLeft(read)) return read
  const there = new Map(read.right.map((row) => [row.scope, row]))
  const are = (which: Standing) => rows.filter((row) => standing(row, there.get(row.scope)) === which)
  if (are('other').length > 0) return E.left({ _tag: 'KeysDiffer' })
  const missing = are('missing')
  const inserted = await to.insert(missing.map(asLiving))()
  if (E.isLeft(inserted)) return E.left(inserted.left._tag === 'Exists' ? { _tag: 'KeysDiffer' } : inserted.left)
  for (const [certificate, fenced] of byCertificate([...missing, ...are('to fence')])) {
    const done = await to.fence(fenced, certificate)()
    if (E.isLeft(done)) return done
  }
  return E.right(missing.length)
}

/**
 * Copies every row of a key store as it stands, wrapped and fenced; what is there already is compared and left. Answers
 * how many were copied.
 */
export const copyKeys = async (from: KeyStore, to: KeyStore): Promise<E.Either<MigrationError, number>> => {
  if (from.library !== to.library) return E.left({ _tag: 'KeysDiffer' })
  let copied = 0
  for await (const page of allRows(from)) {
    if (E.isLeft(page)) return page
    const done = await copyPage(to, page.right.filter(isToCopy))
    if (E.isLeft(done)) return done
    copied += done.right
  }
  return E.right(copied)
}
