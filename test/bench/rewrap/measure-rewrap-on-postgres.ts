import { makeKekRingIn } from '../../../adapters/stores/kek-ring/files/open-kek-ring'
import { openPostgresKeyStore } from '../../../adapters/stores/keystore/postgres/open-postgres-key-store'
import type { KeyPlace } from '../../../adapters/stores/keystore/rewrapping/older-keys'
import { rewrapOnThread } from '../../../adapters/stores/keystore/rewrapping/rewrap-on-thread'
import { batchMsIn } from '../../../adapters/composition/epochs/start-rewrapping'
import { removeReplacedKeys } from '../../../adapters/composition/epochs/remove-replaced-keys'
import { makeEvictedScopes } from '../../../retention/keys/evicted-scopes'
import type { PostgresServer } from '../../fixtures/postgres/postgres-server'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import type { ResultLine } from '../result-table'
import { fillWithOlderKeys, measureMove } from './rewrap-beside-commands'

const countPartitions = `SELECT count(*)::integer AS partitions,
  (SELECT max(n) FROM (SELECT count(*)::integer AS n FROM keystore.keys GROUP BY tableoid) AS counts) AS rows
  FROM keystore.partitions`

const ofLargestPartition = "SELECT lower FROM keystore.partitions ORDER BY pg_relation_size(keystore.name_of(lower)::regclass) DESC LIMIT 1"

/** B13 on PostgreSQL, with the rewriting of all partitions. `ringFolder` does not exist yet. */
export const measureRewrapOnPostgres = async (
  { createDatabase, runStatements }: PostgresServer,
  ringFolder: string,
  keys: number,
): Promise<ReadonlyArray<ResultLine>> => {
  const ring = rightOrThrow(makeKekRingIn(ringFolder))
  const url = await createDatabase()
  const keyPlace: KeyPlace = { _tag: 'Postgres', url }
  const store = rightOrThrow(await openPostgresKeyStore(ring.library)(url)())
  try {
    const made = await fillWithOlderKeys({ ring, store }, keys)
    const [first, second] = await measureMove('B13 on PostgreSQL:', { ring, store }, made, {
      startRewrapping: rewrapOnThread({
        ...{ ring, copyWrappingKeys: ring.copyWrappingKeys ?? (() => new Map<number, Buffer>()) },
        ...{ place: keyPlace, isEnded: () => false, evictedScopes: makeEvictedScopes() },
      }),
      batchMs: batchMsIn({ keyPlace }),
      checkpointKeyStore: removeReplacedKeys(store),
    })
    const [layout] = await runStatements(url, countPartitions)
    return [first, second].flatMap((line) => (line === undefined ? [] : [line])).map((line, at) =>
      at === 0 ? line : { ...line, note: `${String(layout?.['partitions'])} partitions of at most ${String(layout?.['rows'])} rows` },
    )
  } finally {
    await store.close()
  }
}
