import { makeKekRingInFiles } from '../../../adapters/stores/kek-ring/files/open-kek-ring-in-files'
import { openPostgresKeyStore } from '../../../adapters/stores/keystore/postgres/open-postgres-key-store'
import type { KeyStorePlace } from '../../../adapters/stores/keystore/rewrapping/older-epoch-key-reader'
import { rewrapOnThread } from '../../../adapters/stores/keystore/rewrapping/rewrap-on-thread'
import { rewrapBatchMsOfKeyPlace } from '../../../adapters/composition/epochs/start-rewrapping'
import { removeReplacedKeys } from '../../../adapters/composition/epochs/remove-replaced-keys'
import { createEvictionCollector } from '../../../retention/keys/eviction-collector'
import type { PostgresServer } from '../../fixtures/postgres/postgres-server'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import type { ResultLine } from '../result-table'
import { fillWithOlderKeys, measureMove } from './rewrap-beside-commands'

const partitionsText = `SELECT format('%s partitions of at most %s rows', count(*), max(rows)) AS text
  FROM (SELECT count(*) AS rows FROM keystore.keys GROUP BY tableoid) AS partition`

/** B13 on PostgreSQL, with the rewriting of all partitions. `ringFolder` does not exist yet. */
export const measureRewrapOnPostgres = async (
  { createDatabase, runStatements }: PostgresServer,
  ringFolder: string,
  keys: number,
): Promise<ReadonlyArray<ResultLine>> => {
  const ring = rightOrThrow(await makeKekRingInFiles(ringFolder)())
  const url = await createDatabase()
  const keyPlace: KeyStorePlace = { _tag: 'Postgres', url }
  const store = rightOrThrow(await openPostgresKeyStore(ring.library)(url)())
  try {
    const made = await fillWithOlderKeys({ ring, store }, keys)
    const lines = await measureMove('B13 on PostgreSQL:', { ring, store }, made, {
      startRewrapping: rewrapOnThread({
        ...{ ring, copyWrappingKeys: ring.copyWrappingKeys ?? (() => new Map<number, Buffer>()) },
        ...{ place: keyPlace, isEnded: () => false, evictedScopes: createEvictionCollector() },
      }),
      batchMs: rewrapBatchMsOfKeyPlace({ keyPlace }),
      checkpointKeyStore: removeReplacedKeys(store),
    })
    const [partitions] = await runStatements(url, partitionsText)
    return lines.map((line) => ({ ...line, note: `${line.note}; ${String(partitions?.['text'])}` }))
  } finally {
    await store.close()
  }
}
