import type { LibraryId } from '../../../retention/keys/kek-ring'
import type { KeyRow } from '../../../retention/keys/key-row'
import type { KeyStore } from '../../../retention/keys/key-store'
import { createMemoryKeyStore, type MemoryKeyStore } from '../../../adapters/stores/keystore/memory/memory-key-store'
import type { CertificateId } from '../../../domain/values/ids'
import { rightOrThrow } from '../../fixtures/right-or-throw'

/** A copy of a key store, and its rows as whoever has the copy reads them. */
export interface KeyStoreCopy {
  readonly rows: ReadonlyArray<KeyRow>
}

/** Where a key store is stored. */
export interface StoredKeys {
  /** The store, as every process has it. */
  readonly store: () => KeyStore
  readonly copy: () => Promise<KeyStoreCopy>
  /** Puts a copy in the place of the store. */
  readonly restore: (copy: KeyStoreCopy) => Promise<void>
  readonly close: () => Promise<void>
}

const everyRow = 100_000

const putRows = async (store: KeyStore, { rows }: KeyStoreCopy): Promise<void> => {
  for (const row of rows)
    if (row._tag === 'Living') rightOrThrow(await store.insert([row])())
    else rightOrThrow(await store.fence([row], row.certificate as CertificateId)())
}

/** A key store in memory, which also tells which epoch is the oldest that it accepts. */
export const copyableKeysInMemory = (library: LibraryId): StoredKeys & Pick<MemoryKeyStore, 'acceptedEpoch'> => {
  let store = createMemoryKeyStore(library)
  return {
    store: () => store,
    acceptedEpoch: () => store.acceptedEpoch(),
    copy: async () => ({ rows: rightOrThrow(await store.page(undefined, everyRow)()) }),
    restore: async (copy) => {
      store = createMemoryKeyStore(library)
      await putRows(store, copy)
    },
    close: () => Promise.resolve(),
  }
}
