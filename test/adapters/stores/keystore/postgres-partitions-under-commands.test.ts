import type { LivingKeyRow } from '../../../../retention/keys/key-row'
import { withPostgres } from '../../../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { allRows, certificate, insertAll, missingFrom, newRows, partitionsOn } from './partitions-under-test'

withPostgres((server) => {
  const { partitionsOf, withStore, withSession, withPartitions } = partitionsOn(server)

  const splitLargest = async (url: string): Promise<void> => {
    const [partition] = (await partitionsOf(url)).toSorted((one, another) => another.rows - one.rows)
    const upper = partition?.upper === null ? 'NULL' : `'${String(partition?.upper)}'`
    await server().runStatements(url, `SELECT keystore.split('${String(partition?.lower)}', ${upper})`)
  }

  describe('the partitions of the key store on PostgreSQL, under commands', () => {
    it('are locked one at a time: a command for another one does not wait', () =>
      withPartitions(async (store, url, locked, other, name) => {
        const order: string[] = []
        let waiting: Promise<unknown> = Promise.resolve()
        await withSession(url, `BEGIN; LOCK TABLE ${name} IN ACCESS EXCLUSIVE MODE`, async () => {
          waiting = store
            .read([locked.scope])()
            .then(() => order.push('the locked one'))
          expect(rightOrThrow(await store.read([other.scope])())).toEqual([other])
          const newer = { ...other, epoch: 2 }
          rightOrThrow(await store.replace([newer])())
          rightOrThrow(await store.fence([other], certificate)())
          order.push('the other one')
        })
        await waiting
        expect(order).toEqual(['the other one', 'the locked one'])
      }))

    it('are rewritten when a long read ends, and commands go on until then', () =>
      withPartitions(async (store, url, row, _other, name) => {
        const order: string[] = []
        let rewriting: Promise<unknown> = Promise.resolve()
        await withSession(url, `BEGIN; SELECT FROM ${name}`, async () => {
          rewriting = store
            .rewrite()
            .then(rightOrThrow)
            .then(() => order.push('rewritten'))
          for (let times = 0; times < 50; times += 1) {
            const next = { ...row, epoch: times + 2 }
            rightOrThrow(await store.replace([next])())
            expect(rightOrThrow(await store.read([row.scope])())).toEqual([next])
          }
          order.push('replaced')
        })
        await rewriting
        expect(order).toEqual(['replaced', 'rewritten'])
      }))

    it('lose no row, and hide none for a moment, while they are rewritten and split under commands', () =>
      withStore(async (store, url) => {
        const rows = newRows(3000)
        await insertAll(store, rows)
        const state = { isRunning: true, reads: 0, fenced: new Set<string>() }
        const whileRunning = async (work: (at: number) => Promise<void>): Promise<void> => {
          for (let at = 0; state.isRunning; at += 1) await work(at)
        }
        const added: LivingKeyRow[] = []
        const readers = Array.from({ length: 3 }, (_, reader) =>
          whileRunning(async (at) => {
            const scopes = Array.from({ length: 8 }, (_, nth) => rows[(at * 97 + reader + nth * 371) % 3000]!.scope)
            expect(rightOrThrow(await store.read(scopes)())).toHaveLength(8)
            state.reads += 1
          }),
        )
        const writers = [
          whileRunning(async () => {
            const some = newRows(5)
            rightOrThrow(await store.insert(some)())
            added.push(...some)
          }),
          whileRunning(async (at) => {
            rightOrThrow(
              await store.replace(rows.slice(at % 2000, (at % 2000) + 20).map((row) => ({ ...row, epoch: 2 })))(),
            )
          }),
          whileRunning(async (at) => {
            const row = rows[2000 + (at % 1000)]!
            rightOrThrow(await store.fence([row], certificate)())
            state.fenced.add(row.scope)
          }),
        ]
        for (let times = 0; times < 5; times += 1) {
          rightOrThrow(await store.rewrite())
          await splitLargest(url).catch(() => undefined)
        }
        state.isRunning = false
        await Promise.all([...readers, ...writers])
        expect((await partitionsOf(url)).length).toBeGreaterThan(1)
        expect(state.reads).toBeGreaterThan(0)
        const all = await allRows(store)
        expect([all.length, missingFrom(all, added)]).toEqual([rows.length + added.length, []])
        const wraps = new Set(all.map((text) => text.split(' ').at(-1)))
        const retained = rows.slice(0, 2000).filter(({ wrapped }) => wraps.has(Buffer.from(wrapped).toString('hex')))
        expect(retained).toHaveLength(2000)
        expect(rightOrThrow(await store.count()).fenced).toBe(state.fenced.size)
      }))
  })
})
