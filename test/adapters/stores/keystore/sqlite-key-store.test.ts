import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import * as E from 'fp-ts/Either'
import { createMemoryKekRing } from '../../../../adapters/stores/kek-ring/memory/memory-kek-ring'
import { openSqliteKeyStore } from '../../../../adapters/stores/keystore/sqlite/open-sqlite-key-store'
import type { CertificateId, ScopeId } from '../../../../domain/values/ids'
import type { LivingKeyRow } from '../../../../retention/keys/key-row'
import type { KeyStore } from '../../../../retention/keys/key-store'
import { randomScopeId, keysUnderTest } from '../../../fixtures/keys-under-test'

const certificate = randomUUID() as CertificateId

const livingRows = async (store: KeyStore, scopes: ReadonlyArray<ScopeId>): Promise<ReadonlyArray<LivingKeyRow>> => {
  const found = await store.read(scopes)()
  return E.isRight(found) ? found.right.filter((row): row is LivingKeyRow => row._tag === 'Living') : []
}

const text = (bytes: Buffer, at: number): string => bytes.toString('latin1', at, at + 8)
const windowsOf = (bytes: Buffer): ReadonlySet<string> =>
  new Set(Array.from({ length: bytes.length - 7 }, (_, at) => text(bytes, at)))
/** A wrapped key of 105 bytes in pieces of eight. */
const piecesOf = (wrapped: Buffer): ReadonlyArray<string> =>
  Array.from({ length: 13 }, (_, piece) => text(wrapped, piece * 8))

/** A key store in a temporary folder with `count` keys, made in small groups. */
const storeWith = async (count: number) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'key-store-'))
  const file = path.join(folder, 'keys.db')
  const ring = createMemoryKekRing()
  const outcome = openSqliteKeyStore(ring.library)(file)
  if (E.isLeft(outcome)) throw new Error(outcome.left.reason)
  const store = outcome.right
  const { keys } = keysUnderTest({ ring, store, capacity: count })
  const scopes = Array.from({ length: count }, () => ({ scope: randomScopeId(), class: 'loan' as const }))
  for (let at = 0; at < count; at += 50) await keys.createKeys(scopes.slice(at, at + 50))()
  const rows = await livingRows(
    store,
    scopes.map(({ scope }) => scope),
  )
  const close = async () => {
    await store.close()
    rmSync(folder, { recursive: true })
  }
  return { folder, file, ring, store, scopes, rows, close }
}

/** The bytes of all files in a folder, the write-ahead log included. */
const bytesIn = (folder: string): Buffer =>
  Buffer.concat(readdirSync(folder).map((name) => readFileSync(path.join(folder, name))))

describe('the key store on disk', () => {
  it('holds no bytes of a destroyed key after its fence and a truncated write-ahead log', async () => {
    const { folder, store, scopes, rows, close } = await storeWith(1)
    const key = Buffer.from(rows[0]!.wrapped)
    expect(bytesIn(folder).includes(key)).toBe(true)
    await store.fence(scopes, certificate)()
    expect(await store.checkpointTruncate()).toEqual(E.right(undefined))
    expect(bytesIn(folder).includes(key.subarray(0, 8))).toBe(false)
    await close()
  })

  it('holds no eight bytes of thousands of destroyed keys, while the file grows', async () => {
    const { folder, store, ring, close } = await storeWith(1)
    const { keys } = keysUnderTest({ ring, store })
    const destroyed: Array<Buffer> = []
    const living = new Set<ScopeId>()
    for (let round = 0; round < 30; round++) {
      const made = Array.from({ length: 300 }, () => ({ scope: randomScopeId(), class: 'loan' as const }))
      for (let at = 0; at < 300; at += 30) await keys.createKeys(made.slice(at, at + 30))()
      for (const { scope } of made) living.add(scope)
      // Scope ids are random, so every third is a random third.
      const due = [...living].sort().filter((_, at) => at % 3 === 0)
      for (const row of await livingRows(store, due)) destroyed.push(Buffer.from(row.wrapped))
      for (const scope of due) living.delete(scope)
      await store.fence(
        due.slice(9).map((scope) => ({ scope, class: 'loan' })),
        certificate,
      )()
      await store.remove(due.slice(0, 9))()
    }
    expect(await store.checkpointTruncate()).toEqual(E.right(undefined))
    const windows = windowsOf(bytesIn(folder))
    const found = destroyed.flatMap(piecesOf).filter((piece) => windows.has(piece))
    const livingPieces = (await livingRows(store, [...living])).flatMap((row) => piecesOf(Buffer.from(row.wrapped)))
    expect([destroyed.length > 5000, found.length]).toEqual([true, 0])
    expect(livingPieces.filter((piece) => !windows.has(piece))).toHaveLength(0)
    await close()
  })

  it('answers CheckpointBusy while an open read keeps old pages', async () => {
    const { file, store, scopes, close } = await storeWith(1)
    const reader = new Database(file)
    reader.exec('BEGIN')
    reader.prepare('SELECT * FROM keys').all()
    await store.fence(scopes, certificate)()
    expect(await store.checkpointTruncate()).toEqual(E.left({ _tag: 'CheckpointBusy' }))
    reader.exec('COMMIT')
    expect(await store.checkpointTruncate()).toEqual(E.right(undefined))
    reader.close()
    await close()
  })

  it('has files that only the owner can use', async () => {
    const { folder, close } = await storeWith(1)
    const modes = readdirSync(folder).map((name) => statSync(path.join(folder, name)).mode & 0o777)
    expect(modes).toEqual([0o600, 0o600, 0o600])
    await close()
  })

  it('keeps the id of the library that it was made for', async () => {
    const { file, ring, store, close } = await storeWith(1)
    const again = openSqliteKeyStore(randomUUID())(file)
    expect(E.isRight(again) && again.right.library).toBe(ring.library)
    expect(store.library).toBe(ring.library)
    if (E.isRight(again)) await again.right.close()
    await close()
  })
})
