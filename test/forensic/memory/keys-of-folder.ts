import { openKekRingInFiles } from '../../../adapters/stores/kek-ring/files/open-kek-ring-in-files'
import { dataFolderLayout } from '../../../adapters/stores/data-folder/data-folder-layout'
import { prepareKeyReads } from '../../../adapters/stores/keystore/sqlite/key-row-reader'
import { keyStoreSqliteSettings } from '../../../adapters/stores/keystore/sqlite/key-store-sqlite-settings'
import { openDurableDatabase } from '../../../adapters/stores/sqlite/open-sqlite-database'
import { logNames } from '../../../domain/event/stream'
import type { ScopeId } from '../../../domain/values/ids'
import type { KekRing } from '../../../retention/keys/kek-ring'
import type { LivingKeyRow } from '../../../retention/keys/key-row'
import {
  childWrappingKeyOf,
  decodeWrapContent,
  outerWrapData,
  unwrapChildKey,
} from '../../../retention/keys/key-wrapping'
import { toLoadedKey, type LoadedKey } from '../../../retention/keys/loaded-key'
import { tagLength } from '../../../retention/sealing/aes-gcm'
import { deriveChildWrappingKey, deriveIdKey } from '../../../retention/sealing/derive-keys'
import { rightOrThrow } from '../../fixtures/right-or-throw'

/** The key, what is derived from it, its wrap as it is stored, and its inner wrap under the key of the parent. */
type KeyForm = 'key' | 'encryption' | 'children' | 'ids' | 'wrapped' | 'inner'

/** A key of a folder, in every form in which a process may hold it. */
export interface KeyInAllForms {
  readonly scope: ScopeId
  readonly forms: Readonly<Record<KeyForm, Uint8Array | undefined>>
}

/** The tag of a wrap opens nothing and reveals nothing, so it is not searched for. */
const withoutTag = (wrapped: Uint8Array): Uint8Array => wrapped.subarray(0, wrapped.length - tagLength)

const livingRowsOf = (file: string): ReadonlyArray<LivingKeyRow> => {
  const db = rightOrThrow(openDurableDatabase(keyStoreSqliteSettings)(file))
  const rows = prepareKeyReads(db).page(undefined, 100_000)
  db.close()
  return rows.flatMap((row) => (row._tag === 'Living' ? [row] : []))
}

const unwrapAll = async (ring: KekRing, rows: ReadonlyArray<LivingKeyRow>): Promise<ReadonlyArray<KeyInAllForms>> => {
  const contents = new Map<LivingKeyRow, ReturnType<typeof decodeWrapContent>>()
  for (const row of rows) {
    const data = outerWrapData({ ...row, library: ring.library })
    contents.set(row, decodeWrapContent(rightOrThrow(await ring.unwrap(row.epoch, data, row.wrapped)())))
  }
  const loaded = new Map<ScopeId, LoadedKey>()
  for (const [row, content] of contents)
    if (content?._tag === 'UnderLibrary') loaded.set(row.scope, toLoadedKey(row, content.key, undefined))
  for (const [row, content] of contents) {
    const parent = content?._tag === 'UnderParent' ? loaded.get(content.parent) : undefined
    if (content?._tag !== 'UnderParent' || parent === undefined) continue
    const context = { ...row, library: ring.library }
    const key = rightOrThrow(unwrapChildKey(context, childWrappingKeyOf(parent), content.inner))
    loaded.set(row.scope, toLoadedKey(row, key, parent))
  }
  return rows.flatMap((row) => {
    const [key, content] = [loaded.get(row.scope), contents.get(row)]
    if (key === undefined) return []
    return {
      scope: row.scope,
      forms: {
        key: key.key,
        encryption: key.encryption,
        children: deriveChildWrappingKey(key.key),
        ids: deriveIdKey(key.key),
        wrapped: withoutTag(row.wrapped),
        inner: content?._tag === 'UnderParent' ? withoutTag(content.inner) : undefined,
      },
    }
  })
}

/** Reads and unwraps every living key of a folder, beside the process that has it open. */
export const keysOfFolder = async (folder: string): Promise<ReadonlyArray<KeyInAllForms>> => {
  const layout = dataFolderLayout(folder)
  const ring = rightOrThrow(await openKekRingInFiles(layout.ring)())
  const all = await Promise.all(logNames.map((log) => unwrapAll(ring, livingRowsOf(layout.keys[log]))))
  return all.flat()
}
