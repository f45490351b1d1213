import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import * as E from 'fp-ts/Either'
import { openPostgresKeyStore } from '../../../../adapters/stores/keystore/postgres/open-key-store'
import type { CertificateId } from '../../../../domain/values/ids'
import { memoryKekRing } from '../../../../adapters/stores/kek-ring/memory/memory-kek-ring'
import { anyScope, keysInHand } from '../../../fixtures/keys'
import { withOwnPostgres, withPostgres } from '../../../fixtures/postgres/with-postgres'
import { right } from '../../../fixtures/right'

const certificate = randomUUID() as CertificateId
const asTheyLie = 'SELECT scope FROM keystore.keys ORDER BY ctid'
const transactions = 'SELECT count(DISTINCT xmin::text)::integer AS of FROM keystore.keys'

const someScopes = (count: number) =>
  Array.from({ length: count }, () => ({ scope: anyScope(), class: 'loan' as const }))

const storeAt = async (url: string) => {
  const ring = memoryKekRing()
  const store = right(await openPostgresKeyStore(ring.library)(url)())
  return { ...keysInHand({ ring, store }), store }
}

withPostgres((server) => {
  describe('the key store on PostgreSQL', () => {
    it('says that it is busy while a reader keeps dead rows, and not that the keys are gone', async () => {
      const url = await server().newDatabase()
      const { store, keys } = await storeAt(url)
      const scopes = someScopes(3)
      right(await keys.make(scopes)())
      const reader = new Client({ connectionString: url })
      await reader.connect()
      await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ')
      await reader.query(asTheyLie)
      right(await store.fence(scopes, certificate)())
      expect(await store.checkpointTruncate()).toEqual(E.left({ _tag: 'CheckpointBusy' }))
      await reader.query('COMMIT')
      expect(await store.checkpointTruncate()).toEqual(E.right(undefined))
      await reader.end()
      await store.close()
    })

    it('tells no order of making and no transaction once its rows were rewritten', async () => {
      const url = await server().newDatabase()
      const { store, keys } = await storeAt(url)
      const scopes = someScopes(60)
      for (const scope of scopes) right(await keys.make([scope])())
      const before = await server().run(url, asTheyLie)
      expect(before).toEqual(scopes.map(({ scope }) => ({ scope })))
      expect(await server().run(url, transactions)).toEqual([{ of: 60 }])
      right(await store.rewrite())
      expect(await server().run(url, transactions)).toEqual([{ of: 1 }])
      const after = await server().run(url, asTheyLie)
      expect(after).not.toEqual(before)
      expect(new Set(after.map(({ scope }) => scope))).toEqual(new Set(scopes.map(({ scope }) => scope)))
      await store.close()
    })

    it('stays the store of the library that it was made for', async () => {
      const url = await server().newDatabase()
      const { store, ring } = await storeAt(url)
      const again = right(await openPostgresKeyStore(randomUUID())(url)())
      expect(again.library).toBe(ring.library)
      await Promise.all([store.close(), again.close()])
    })

    it('lets one of many make the key of a scope who ask at the same moment', async () => {
      const { store, ring } = await storeAt(await server().newDatabase())
      const scopes = someScopes(8)
      const { keys } = keysInHand({ ring })
      right(await keys.make(scopes)())
      const row = (at: number) => ({
        _tag: 'Living' as const,
        ...{ scope: scopes[at]!.scope, class: 'loan' as const, version: 1, epoch: 1 },
        ...{ wrapped: new Uint8Array(105).fill(at), fingerprint: new Uint8Array(16) },
      })
      const rows = scopes.map((_, at) => row(at))
      const asked = Array.from({ length: 16 }, (_, at) => store.insert(at % 2 ? rows : [...rows].reverse())())
      const outcomes = await Promise.all(asked)
      expect(outcomes.filter(E.isRight)).toHaveLength(1)
      for (const outcome of outcomes.filter(E.isLeft)) expect(outcome.left).toMatchObject({ _tag: 'Exists' })
      expect(right(await store.count())).toEqual({ living: 8, fenced: 0 })
      await store.close()
    })
  })
})

withOwnPostgres((server) => {
  describe('a key store whose server is gone', () => {
    it('says that it does not answer, and answers when it is back', async () => {
      const { store } = await storeAt(await server().newDatabase())
      await server().own.kill()
      expect(await store.count()).toMatchObject({ left: { _tag: 'Unavailable' } })
      expect(await store.fence(someScopes(1), certificate)()).toMatchObject({ left: { _tag: 'Unavailable' } })
      await server().own.start()
      expect(await store.count()).toEqual(E.right({ living: 0, fenced: 0 }))
      await store.close()
    })
  })
})
