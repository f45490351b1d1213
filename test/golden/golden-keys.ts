import { generateKeyPairSync } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { createMemoryKeyStore } from '../../adapters/stores/keystore/memory/memory-key-store'
import type { ScopeId } from '../../domain/values/ids'
import { readAllKeyRows } from '../../retention/keys/read-all-key-rows'
import type { KeyStore } from '../../retention/keys/key-store'
import { memoryRingOf } from '../../adapters/stores/kek-ring/memory/memory-kek-ring'
import { makeCachingScopeKeys, type CachingScopeKeys } from '../../retention/keys/caching-scope-keys'
import type { GoldenKey, GoldenRing } from './golden-files'

/** No scope of the golden log is erased. An alarm is a defect. */
const keyOptions = {
  isEnded: () => false,
  clock: { elapsed: () => 0 },
  capacity: 1000,
  alarm: (kind: string): never => {
    throw new Error(`the keys of the golden log: ${kind}`)
  },
}

/** The keys of the golden log, in a key store and a ring. */
export const goldenKeysOf = async (
  { library, epoch, wrapping, readModels }: GoldenRing,
  rows: ReadonlyArray<GoldenKey>,
): Promise<{ readonly keys: CachingScopeKeys; readonly store: KeyStore }> => {
  const epochKeys = {
    wrapping: Buffer.from(wrapping, 'hex'),
    readModels: Buffer.from(readModels, 'hex'),
    begunOn: undefined,
  }
  const signing = generateKeyPairSync('ed25519').privateKey
  const epochs = new Map([[epoch, epochKeys]])
  const ring = memoryRingOf({ library, signing, epochs, retired: new Map(), ended: epoch - 1 }).open()
  const store = createMemoryKeyStore(library)
  const living = rows.map(({ scope, fingerprint, wrapped, ...row }) => ({
    ...row,
    _tag: 'Living' as const,
    scope: scope as ScopeId,
    fingerprint: Buffer.from(fingerprint, 'hex'),
    wrapped: Buffer.from(wrapped, 'hex'),
  }))
  await store.insert(living)()
  return { keys: makeCachingScopeKeys({ ...keyOptions, ring, store }), store }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** All rows of the key store, as the golden file holds them. */
export const goldenKeyRowsOf = async (store: KeyStore): Promise<ReadonlyArray<GoldenKey>> => {
  const keyRows: GoldenKey[] = []
  for await (const page of readAllKeyRows(store))
    if (E.isRight(page))
      for (const row of page.right)
        if (row._tag === 'Living') {
          const { scope, class: name, version, epoch, fingerprint, wrapped } = row
          keyRows.push({ scope, class: name, version, epoch, fingerprint: hex(fingerprint), wrapped: hex(wrapped) })
        }
  return keyRows
}
