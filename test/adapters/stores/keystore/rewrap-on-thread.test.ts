import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { createMemoryKekRing } from '../../../../adapters/stores/kek-ring/memory/memory-kek-ring'
import { combineKeyStoresOfLogs } from '../../../../adapters/stores/keystore/by-log/combine-key-stores-of-logs'
import { openPostgresKeyStore } from '../../../../adapters/stores/keystore/postgres/open-postgres-key-store'
import type { KeyStorePlace } from '../../../../adapters/stores/keystore/rewrapping/older-epoch-key-reader'
import { rewrapOnThread } from '../../../../adapters/stores/keystore/rewrapping/rewrap-on-thread'
import { openSqliteKeyStore } from '../../../../adapters/stores/keystore/sqlite/open-sqlite-key-store'
import { createEvictionCollector } from '../../../../retention/keys/eviction-collector'
import { withPostgres } from '../../../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { withTemporaryFolder } from '../../../fixtures/running-library'
import { rewrapOnThreadSuite } from './rewrap-on-thread-suite'
import { thenClose } from '../../../../adapters/system/concurrency/then-close'

/** Begins to re-wrap keys that cannot be read; answers what the first rows are, and the copy of the wrapping key. */
const rewrapUnreadable = async (place: KeyStorePlace) => {
  const ring = createMemoryKekRing()
  const copies = [...ring.copyWrappingKeys!().values()]
  const started = await rewrapOnThread({
    ...{ ring, copyWrappingKeys: () => new Map([[1, copies[0]!]]), place },
    ...{ isEnded: () => false, evictedScopes: createEvictionCollector() },
  })()
  return { started, copy: copies[0] }
}

describe('the re-wrapping of keys in files, on a thread', () => {
  rewrapOnThreadSuite((library, run) =>
    withTemporaryFolder(async (folder) => {
      mkdirSync(folder)
      const files = ['keys-circulation.db', 'keys-persons.db'].map((name) => path.join(folder, name))
      const [circulation, persons] = files.map((file) => rightOrThrow(openSqliteKeyStore(library)(file)))
      const store = combineKeyStoresOfLogs({ circulation: circulation!, persons: persons! })
      await thenClose(run({ store, place: { _tag: 'Files', files } }), store.close)
    }),
  )

  it('says why when a file cannot be read, and wipes the wrapping keys that it copied', () =>
    withTemporaryFolder(async (folder) => {
      const files = [path.join(folder, 'no-such-folder', 'keys.db')]
      const { started, copy } = await rewrapUnreadable({ _tag: 'Files', files })
      expect(started).toMatchObject({ left: { _tag: 'Unavailable' } })
      expect(copy).toEqual(Buffer.alloc(32))
    }))
})

withPostgres((server) => {
  describe('the re-wrapping of keys on PostgreSQL, on a thread', () => {
    rewrapOnThreadSuite(async (library, run) => {
      const url = await server().createDatabase()
      const store = rightOrThrow(await openPostgresKeyStore(library)(url)())
      await thenClose(run({ store, place: { _tag: 'Postgres', url } }), store.close)
    })

    it('says why when no server answers, and wipes the wrapping keys that it copied', async () => {
      const url = 'postgres://localhost/none?host=%2Fno-such-folder'
      const { started, copy } = await rewrapUnreadable({ _tag: 'Postgres', url })
      const rewrapping = rightOrThrow(started)
      expect(await rewrapping.next(10)()).toMatchObject({ left: { _tag: 'Unavailable', reason: expect.stringContaining('no server answers') } }) // prettier-ignore
      await rewrapping.end()
      expect(copy).toEqual(Buffer.alloc(32))
    })
  })
})
