import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import * as E from 'fp-ts/Either'
import { openPostgresKeyStore } from '../../../../adapters/stores/keystore/postgres/open-postgres-key-store'
import type { CertificateId } from '../../../../domain/values/ids'
import { createMemoryKekRing } from '../../../../adapters/stores/kek-ring/memory/memory-kek-ring'
import { randomScopeId, keysUnderTest } from '../../../fixtures/keys-under-test'
import { withOwnPostgres, withPostgres } from '../../../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const certificate = randomUUID() as CertificateId
const scopesInFileOrder = 'SELECT scope FROM keystore.keys ORDER BY ctid'
const countTransactions = 'SELECT count(DISTINCT xmin::text)::integer AS of FROM keystore.keys'

const someScopes = (count: number) =>
  Array.from({ length: count }, () => ({ scope: randomScopeId(), class: 'loan' as const }))

const openStoreAt = async (url: string) => {
  const ring = createMemoryKekRing()
  const store = rightOrThrow(await openPostgresKeyStore(ring.library)(url)())
  return { ...keysUnderTest({ ring, store }), store }
}

withPostgres((server) => {
  describe('the key store on PostgreSQL', () => {
    it('answers CheckpointBusy while an open read keeps dead rows', async () => {
      const url = await server().createDatabase()
      const { store, keys } = await openStoreAt(url)
      const scopes = someScopes(3)
      rightOrThrow(await keys.createKeys(scopes)())
      const reader = new Client({ connectionString: url })
      await reader.connect()
      await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ')
      await reader.query(scopesInFileOrder)
      rightOrThrow(await store.fence(scopes, certificate)())
      expect(await store.checkpointTruncate()).toEqual(E.left({ _tag: 'CheckpointBusy' }))
      await reader.query('COMMIT')
      expect(await store.checkpointTruncate()).toEqual(E.right(undefined))
      await reader.end()
      await store.close()
    })

    it('shows neither the order nor the transactions of inserts after a rewrite', async () => {
      const url = await server().createDatabase()
      const { store, keys } = await openStoreAt(url)
      const scopes = someScopes(60)
      for (const scope of scopes) rightOrThrow(await keys.createKeys([scope])())
      const before = await server().runStatements(url, scopesInFileOrder)
      expect(before).toEqual(scopes.map(({ scope }) => ({ scope })))
      expect(await server().runStatements(url, countTransactions)).toEqual([{ of: 60 }])
      rightOrThrow(await store.rewrite())
      expect(await server().runStatements(url, countTransactions)).toEqual([{ of: 1 }])
      const after = await server().runStatements(url, scopesInFileOrder)
      expect(after).not.toEqual(before)
      expect(new Set(after.map(({ scope }) => scope))).toEqual(new Set(scopes.map(({ scope }) => scope)))
      await store.close()
    })

    it('says which epoch it accepts: the newest before which it was told to refuse keys', async () => {
      const { store, ring } = await openStoreAt(await server().createDatabase())
      expect(await store.acceptedEpoch()).toEqual(E.right(0))
      for (const epoch of [2, 1]) rightOrThrow(await store.refuseEpochsBefore(epoch)())
      expect(await store.acceptedEpoch()).toEqual(E.right(2))
      const { keys, alarms } = keysUnderTest({ ring, store })
      expect(E.isLeft(await keys.createKeys(someScopes(1))())).toBe(true)
      expect(alarms).toEqual(['KeyEpochUnknown'])
      await store.close()
    })

    it('keeps the row that another process has wrapped in a newer epoch', async () => {
      const { store, keys } = await openStoreAt(await server().createDatabase())
      const [scope] = someScopes(1) as [ReturnType<typeof someScopes>[0]]
      rightOrThrow(await keys.createKeys([scope])())
      const [row] = rightOrThrow(await store.read([scope.scope])())
      if (row?._tag !== 'Living') throw new Error('the scope has no living row')
      const wrappedIn = (epoch: number) => ({ ...row, epoch, wrapped: Buffer.alloc(105, epoch) })
      for (const epoch of [3, 2]) rightOrThrow(await store.replace([wrappedIn(epoch)])())
      expect(rightOrThrow(await store.read([scope.scope])())).toMatchObject([wrappedIn(3)])
      await store.close()
    })

    it('keeps the id of the library that it was made for', async () => {
      const url = await server().createDatabase()
      const { store, ring } = await openStoreAt(url)
      const again = rightOrThrow(await openPostgresKeyStore(randomUUID())(url)())
      expect(again.library).toBe(ring.library)
      await Promise.all([store.close(), again.close()])
    })

    it('accepts one of many inserts of the same scope at the same moment', async () => {
      const { store, ring } = await openStoreAt(await server().createDatabase())
      const scopes = someScopes(8)
      const { keys } = keysUnderTest({ ring })
      rightOrThrow(await keys.createKeys(scopes)())
      const row = (at: number) => ({
        _tag: 'Living' as const,
        ...{ scope: scopes[at]!.scope, class: 'loan' as const, version: 1, epoch: 1 },
        ...{ wrapped: new Uint8Array(105).fill(at), fingerprint: new Uint8Array(16) },
      })
      const rows = scopes.map((_, at) => row(at))
      const attempts = Array.from({ length: 16 }, (_, at) => store.insert(at % 2 ? rows : [...rows].reverse())())
      const outcomes = await Promise.all(attempts)
      expect(outcomes.filter(E.isRight)).toHaveLength(1)
      for (const outcome of outcomes.filter(E.isLeft)) expect(outcome.left).toMatchObject({ _tag: 'Exists' })
      expect(rightOrThrow(await store.count())).toEqual({ living: 8, fenced: 0 })
      await store.close()
    })
  })
})

withOwnPostgres((server) => {
  describe('a key store whose server is killed', () => {
    it('answers Unavailable while the server is down, and works after its restart', async () => {
      const { store } = await openStoreAt(await server().createDatabase())
      await server().ownServer.kill()
      expect(await store.count()).toMatchObject({ left: { _tag: 'Unavailable' } })
      expect(await store.fence(someScopes(1), certificate)()).toMatchObject({ left: { _tag: 'Unavailable' } })
      await server().ownServer.start()
      expect(await store.count()).toEqual(E.right({ living: 0, fenced: 0 }))
      await store.close()
    })
  })
})
