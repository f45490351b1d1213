import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openPostgresLog } from '../../../../../adapters/stores/eventstore/postgres/open-postgres-log'
import { openSqliteLog } from '../../../../../adapters/stores/eventstore/sqlite/open-sqlite-log'
import type { LogPlace } from '../../../../../adapters/stores/eventstore/trees/log-place'
import { openTreeThread } from '../../../../../adapters/stores/eventstore/trees/open-tree-thread'
import { appendOrThrow, newEvents, newStream } from '../../../../contract/event-store/event-store-steps'
import { withPostgres } from '../../../../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'
import { rootByDefinition } from '../../../../retention/transparency/tree-under-test'
import { recordsOf } from './log-with-trees'

const log = 'circulation' as const

const rootOf = async (file: string, place: LogPlace, size: number): Promise<Buffer> => {
  const trees = openTreeThread({ file, key: randomBytes(32), places: { circulation: place, persons: place } })
  expect(rightOrThrow(await trees.growToEnd(log)()).size).toBe(size)
  const root = rightOrThrow(await trees.root({ log, size })())
  await trees.close()
  return Buffer.from(root!)
}

withPostgres((server) => {
  describe('the tree of a log on PostgreSQL', () => {
    it('has the same root as that of the same events in a folder, and that of its events', async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-trees-'))
      const url = await server().createDatabase()
      const file = path.join(folder, 'circulation.db')
      const onServer = rightOrThrow(await openPostgresLog(url)())
      const inFolder = rightOrThrow(openSqliteLog(file)).events
      for (let at = 0; at < 6; at++) {
        const [stream, events] = [newStream(), newEvents(100)]
        for (const store of [onServer, inFolder]) await appendOrThrow(store, stream, 'none', events)
      }
      const root = await rootOf(path.join(folder, 'trees-1.db'), { _tag: 'Postgres', url }, 600)
      expect(root).toEqual(rootByDefinition(await recordsOf(onServer)))
      expect(await rootOf(path.join(folder, 'trees-2.db'), { _tag: 'File', file }, 600)).toEqual(root)
      await onServer.close()
      await inFolder.close()
      rmSync(folder, { recursive: true })
    })
  })
})
