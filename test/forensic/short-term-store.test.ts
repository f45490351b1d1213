import path from 'node:path'
import { createMemoryKekRing } from '../../adapters/stores/kek-ring/memory/memory-kek-ring'
import { openPostgresShortTermRows } from '../../adapters/stores/short-term/postgres/open-postgres-short-term-rows'
import { createShortTermStore } from '../../retention/short-term/create-short-term-store'
import { withOwnPostgres } from '../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { patternsForSecret, patternsForText } from './byte-patterns'
import { findPatternsInFolder } from './find-byte-patterns'

const names = Array.from({ length: 40 }, (_, at) => `aebleskov-${String(at).padStart(2, '0')}`)
const columns = `id, ends_at, content, xmin::text AS written, ctid::text AS place`

/**
 * The versions of rows that the pages of the table have, also those that are dead and were not overwritten yet. The pages
 * themselves tell: the statistics of the server arrive late, and one process may report what another has removed since.
 */
const versions = `SELECT count(*) FILTER (WHERE lp_flags <> 0) AS versions
  FROM generate_series(0, pg_relation_size('short_term.entries') / 8192 - 1) AS page,
    LATERAL heap_page_items(get_raw_page('short_term.entries', page::integer))`

withOwnPostgres((server) => {
  describe('the table of the short-term store on PostgreSQL', () => {
    const setUp = async () => {
      const url = await server().createDatabase()
      const rows = rightOrThrow(await openPostgresShortTermRows(url)())
      const ring = createMemoryKekRing()
      const store = createShortTermStore({ ring, rows, machineTime: Date.now })
      for (const name of names) {
        const key = { kind: 'link to verify an e-mail', id: `token of ${name}` } as const
        rightOrThrow(await store.put({ ...key, subject: name, lastsMs: 3_600_000, value: `${name}@example.dk` })())
        rightOrThrow(await store.countUpTo(5, { kind: 'wrong PINs', id: name, subject: null, lastsMs: 900_000 })())
        rightOrThrow(await store.countUpTo(5, { kind: 'wrong PINs', id: name, subject: null, lastsMs: 900_000 })())
      }
      const run = (statements: string) => server().runStatements(url, statements)
      const read = () => run(`SELECT ${columns} FROM short_term.entries ORDER BY ctid`)
      await run('CREATE EXTENSION pageinspect')
      const countVersions = async () => Number((await run(versions))[0]?.['versions'])
      return { url, rows, store, run, read, countVersions }
    }
    const hexIds = (found: ReadonlyArray<Readonly<Record<string, unknown>>>) =>
      found.map(({ id }) => (id as Buffer).toString('hex'))

    it('tells no order of writing once it was rewritten: neither by places, transaction numbers nor ends', async () => {
      const { rows, store, read, run, countVersions } = await setUp()
      const before = await read()
      expect(new Set(before.map(({ written }) => written)).size).toBe(before.length)
      expect(await countVersions()).toBeGreaterThan(before.length)
      rightOrThrow(await store.rewrite())
      const after = await read()
      expect(after).toHaveLength(2 * names.length)
      expect(new Set(after.map(({ written }) => written)).size).toBe(1)
      expect(hexIds(after)).toEqual([...hexIds(before)].sort())
      expect(after[0]?.['place']).toBe('(0,1)')
      expect(await countVersions()).toBe(after.length)
      const [{ pages } = {}] = await run("SELECT pg_relation_size('short_term.entries') / 8192 AS pages")
      expect(Number(pages)).toBeLessThanOrEqual(Math.ceil(after.length / 4))
      await rows.close()
    })

    it('has two ends for entries of any time within a quarter-hour, and rows of one size', async () => {
      const { rows, read } = await setUp()
      const found = await read()
      const sizes = found.map(({ content }) => (content as Buffer).length)
      expect(new Set(sizes).size).toBe(1)
      expect(new Set(found.map(({ ends_at: endsAt }) => endsAt)).size).toBeLessThanOrEqual(4)
      await rows.close()
    })

    it('has no id that can be computed without the ring, nor under another one', async () => {
      const { rows } = await setUp()
      const otherRing = createShortTermStore({ ring: createMemoryKekRing(), rows, machineTime: Date.now })
      for (const name of names) {
        const key = { kind: 'link to verify an e-mail', id: `token of ${name}` } as const
        expect(rightOrThrow(await otherRing.get(key)())).toBeUndefined()
        expect(rightOrThrow(await otherRing.countOfSubject(name)())).toBe(0)
      }
      await rows.close()
    })

    it('is in no file of the server in clear, and in none of those that a base backup or the log of changes has', async () => {
      const { rows, read, run } = await setUp()
      const before = await read()
      const [file] = await run("SELECT pg_relation_filepath('short_term.entries') AS path")
      const [{ kinds } = {}] = await run(`SELECT string_agg(DISTINCT relpersistence::text, '') AS kinds
        FROM pg_class WHERE relnamespace = 'short_term'::regnamespace AND relname LIKE 'entries%'`)
      expect(kinds).toBe('u')
      await rows.close()
      // Only a server that is shut down writes the table to its file.
      await server().ownServer.stop()
      const find = findPatternsInFolder(server().ownServer.dataFolder)
      expect(find(names.flatMap(patternsForText))).toEqual([])
      const sealed = before.flatMap(({ id, content }) => [
        ...patternsForSecret('id')(id as Buffer),
        ...patternsForSecret('content')(content as Buffer),
      ])
      const holding = new Set(find(sealed).map((match) => match.file))
      const ofTable = path.basename(String(file?.['path']))
      expect([...holding].some((name) => path.basename(name) === ofTable)).toBe(true)
      expect([...holding].filter((name) => name.startsWith('pg_wal'))).toEqual([])
      await server().ownServer.start()
    })

    it('is empty after the server was killed, and serves on', async () => {
      const { url, rows } = await setUp()
      await rows.close()
      await server().ownServer.kill()
      await server().ownServer.start()
      const again = rightOrThrow(await openPostgresShortTermRows(url)())
      expect(rightOrThrow(await again.all())).toEqual([])
      const next = createShortTermStore({ ring: createMemoryKekRing(), rows: again, machineTime: Date.now })
      const key = { kind: 'wrong PINs', id: 'card', subject: null, lastsMs: 900_000 } as const
      expect(rightOrThrow(await next.countUpTo(1, key)())).toBe(true)
      await again.close()
    })
  })
})
