import path from 'node:path'
import * as TE from 'fp-ts/TaskEither'
import { makeKekRingInFiles } from '../../../adapters/stores/kek-ring/files/open-kek-ring-in-files'
import { openSqliteKeyStore } from '../../../adapters/stores/keystore/sqlite/open-sqlite-key-store'
import { rewrapOnThread } from '../../../adapters/stores/keystore/rewrapping/rewrap-on-thread'
import type { KeyStorePlace } from '../../../adapters/stores/keystore/rewrapping/older-epoch-key-reader'
import { withKeyFileCheckpointsDuringRewrap } from '../../../adapters/stores/keystore/rewrapping/with-key-file-checkpoints-during-rewrap'
import { createEvictionCollector } from '../../../retention/keys/eviction-collector'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import type { ResultLine } from '../result-table'
import { fillWithOlderKeys, measureMove } from './rewrap-beside-commands'

/** B13: re-wraps so many living keys in the next epoch while keys are made beside it. */
export const measureRewrap = async (folder: string, keys: number): Promise<ReadonlyArray<ResultLine>> => {
  const ring = rightOrThrow(await makeKekRingInFiles(path.join(folder, 'rewrap-ring'))())
  const file = path.join(folder, 'rewrap-keys.db')
  const place: KeyStorePlace = { _tag: 'Files', files: [file] }
  const store = rightOrThrow(openSqliteKeyStore(ring.library)(file))
  try {
    const made = await fillWithOlderKeys({ ring, store }, keys)
    return await measureMove('B13', { ring, store }, made, {
      startRewrapping: withKeyFileCheckpointsDuringRewrap(place)(
        rewrapOnThread({
          ...{ ring, copyWrappingKeys: ring.copyWrappingKeys ?? (() => new Map<number, Buffer>()) },
          ...{ place, isEnded: () => false, evictedScopes: createEvictionCollector() },
        }),
      ),
      checkpointKeyStore: TE.right(undefined),
    })
  } finally {
    await store.close()
  }
}
