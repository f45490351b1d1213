import { mkdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as TE from 'fp-ts/TaskEither'
import { createMemoryKekRing } from '../../../../adapters/stores/kek-ring/memory/memory-kek-ring'
import type { KeyStorePlace } from '../../../../adapters/stores/keystore/rewrapping/older-epoch-key-reader'
import { withKeyFileCheckpointsDuringRewrap } from '../../../../adapters/stores/keystore/rewrapping/with-key-file-checkpoints-during-rewrap'
import { checkpointDatabaseWithoutBlockingWriter } from '../../../../adapters/stores/sqlite/checkpoints/checkpoint-database-without-blocking-writer'
import { keyStoreSqliteSettings } from '../../../../adapters/stores/keystore/sqlite/key-store-sqlite-settings'
import { openSqliteKeyStore } from '../../../../adapters/stores/keystore/sqlite/open-sqlite-key-store'
import { openDurableDatabase, type SqliteDatabase } from '../../../../adapters/stores/sqlite/open-sqlite-database'
import type { Day } from '../../../../domain/values/day'
import type { RewrappingRowReader } from '../../../../retention/epochs/rewrapping-row-reader'
import { rewrapThroughRing } from '../../../../retention/epochs/rewrap-through-ring'
import { rewrapKeysAndRemoveOldBytes } from '../../../../retention/epochs/roll-epoch'
import type { LivingKeyRow } from '../../../../retention/keys/key-row'
import { keysUnderTest, randomScopeId } from '../../../fixtures/keys-under-test'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { withTemporaryFolder } from '../../../fixtures/running-library'

const withTwoConnections = (
  run: (writer: SqliteDatabase, other: SqliteDatabase, file: string) => void,
): Promise<void> =>
  withTemporaryFolder((folder) => {
    mkdirSync(folder)
    const file = path.join(folder, 'keys.db')
    const [writer, other] = [1, 2].map(() => rightOrThrow(openDurableDatabase(keyStoreSqliteSettings)(file))) as [
      SqliteDatabase,
      SqliteDatabase,
    ]
    writer.exec('CREATE TABLE written (bytes BLOB)')
    run(writer, other, file)
    writer.close()
    other.close()
    return Promise.resolve()
  })

const writePages = (db: SqliteDatabase): unknown => db.exec('INSERT INTO written VALUES (randomblob(100000))')

describe('a checkpoint beside the writer of the keys', () => {
  it('brings all that was written into the file, so that the next commit begins the write-ahead log anew', () =>
    withTwoConnections((writer, other, file) => {
      writePages(writer)
      checkpointDatabaseWithoutBlockingWriter(other)
      const length = statSync(`${file}-wal`).size
      expect(statSync(file).size).toBeGreaterThan(100_000)
      writePages(writer)
      expect(statSync(`${file}-wal`).size).toBe(length)
    }))

  it('is repeated while the writer commits, five times at most, and takes the rest when it is called again', () =>
    withTwoConnections((writer, other) => {
      // An open read keeps the write-ahead log from being begun anew.
      const reader = rightOrThrow(openDurableDatabase(keyStoreSqliteSettings)(writer.name))
      reader.exec('BEGIN; SELECT * FROM written')
      let checkpoints = 0
      const besideCommits: Pick<SqliteDatabase, 'pragma'> = {
        pragma: (text) => {
          checkpoints += 1
          const result: unknown = other.pragma(text)
          writePages(writer)
          return result
        },
      }
      checkpointDatabaseWithoutBlockingWriter(besideCommits)
      expect(checkpoints).toBe(5)
      reader.close()
      checkpointDatabaseWithoutBlockingWriter(other)
      expect(other.pragma('wal_checkpoint(PASSIVE)')).toEqual([expect.objectContaining({ busy: 0 })])
      const [state] = other.pragma('wal_checkpoint(PASSIVE)') as ReadonlyArray<{ log: number; checkpointed: number }>
      expect(state?.checkpointed).toBe(state?.log)
    }))

  it('is made while a roll goes on', () =>
    withTemporaryFolder(async (folder) => {
      mkdirSync(folder)
      const file = path.join(folder, 'keys.db')
      const ring = createMemoryKekRing()
      const store = rightOrThrow(openSqliteKeyStore(ring.library)(file))
      const { keys } = keysUnderTest({ ring, store })
      const scopes = Array.from({ length: 300 }, () => ({ scope: randomScopeId(), class: 'loan' as const }))
      rightOrThrow(await keys.createKeys(scopes)())
      const before = statSync(file).size
      rightOrThrow(await ring.beginEpoch('2026-03-05' as Day)())
      const startRewrapping = withKeyFileCheckpointsDuringRewrap({ _tag: 'Files', files: [file] })(
        rewrapThroughRing({
          ring,
          store,
          isEnded: () => false,
          elapsed: () => performance.now(),
          giveWay: () => Promise.resolve(),
        }),
      )
      const moved = await rewrapKeysAndRemoveOldBytes(
        {
          ...{ store, startRewrapping, elapsed: () => performance.now(), giveWay: () => Promise.resolve() },
          ...{ alarm: () => undefined, checkpointKeyStore: TE.right(undefined), catchUpSchedule: TE.right(undefined) },
        },
        () => undefined,
      )()
      expect(rightOrThrow(moved)).toEqual({ rewrapped: 300, unusable: 0 })
      expect(statSync(file).size).toBeGreaterThan(before)
      await store.close()
    }))

  it('that fails stops the roll with the reason, and the rows that were made are wiped', async () => {
    const made: Buffer[] = []
    const aRow = (): LivingKeyRow => {
      const wrapped = Buffer.alloc(105, 1)
      made.push(wrapped)
      const common = { scope: randomScopeId(), class: 'loan', version: 1, epoch: 2 } as const
      return { _tag: 'Living', ...common, wrapped, fingerprint: Buffer.alloc(16) }
    }
    const oneByOne: RewrappingRowReader = {
      next: () => TE.fromIO(() => ({ rows: [aRow()], unusable: 0 })),
      end: () => Promise.resolve(),
    }
    const place: KeyStorePlace = { _tag: 'Files', files: [path.join(tmpdir(), 'no-such-folder', 'keys.db')] }
    const rewrapping = rightOrThrow(await withKeyFileCheckpointsDuringRewrap(place)(TE.right(oneByOne))())
    expect(await rewrapping.next(1)()).toMatchObject({
      left: { _tag: 'Unavailable', reason: expect.stringContaining('ENOENT') as string },
    })
    await rewrapping.end()
    expect(made).toEqual([Buffer.alloc(105), Buffer.alloc(105)])
  })
})
