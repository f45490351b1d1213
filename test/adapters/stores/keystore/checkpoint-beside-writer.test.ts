import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import * as TE from 'fp-ts/TaskEither'
import { memoryKekRing } from '../../../../adapters/stores/kek-ring/memory/memory-kek-ring'
import { rewrapOnThread } from '../../../../adapters/stores/keystore/rewrapping/rewrap-on-thread'
import { checkpointBesideWriter } from '../../../../adapters/stores/keystore/sqlite/checkpoint-beside-writer'
import { keySettings } from '../../../../adapters/stores/keystore/sqlite/key-settings'
import { openSqliteKeyStore } from '../../../../adapters/stores/keystore/sqlite/open-sqlite-key-store'
import { openDurableDatabase, type Db } from '../../../../adapters/stores/sqlite/open-database'
import type { Day } from '../../../../domain/values/day'
import { moveKeys } from '../../../../retention/epochs/roll-epoch'
import { makeEvictedScopes } from '../../../../retention/keys/evicted-scopes'
import { keysUnderTest, randomScopeId } from '../../../fixtures/keys-under-test'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { withTemporaryFolder } from '../../../fixtures/running-library'

const withTwoConnections = (run: (writer: Db, other: Db, file: string) => void): Promise<void> =>
  withTemporaryFolder((folder) => {
    mkdirSync(folder)
    const file = path.join(folder, 'keys.db')
    const [writer, other] = [1, 2].map(() => rightOrThrow(openDurableDatabase(keySettings)(file))) as [Db, Db]
    writer.exec('CREATE TABLE written (bytes BLOB)')
    run(writer, other, file)
    writer.close()
    other.close()
    return Promise.resolve()
  })

const writePages = (db: Db): unknown => db.exec('INSERT INTO written VALUES (randomblob(100000))')

describe('a checkpoint beside the writer of the keys', () => {
  it('brings all that was written into the file, so that the next commit begins the write-ahead log anew', () =>
    withTwoConnections((writer, other, file) => {
      writePages(writer)
      checkpointBesideWriter(other)
      const length = statSync(`${file}-wal`).size
      expect(statSync(file).size).toBeGreaterThan(100_000)
      writePages(writer)
      expect(statSync(`${file}-wal`).size).toBe(length)
    }))

  it('is repeated while the writer commits, five times at most, and takes the rest when it is called again', () =>
    withTwoConnections((writer, other) => {
      // An open read keeps the write-ahead log from being begun anew.
      const reader = rightOrThrow(openDurableDatabase(keySettings)(writer.name))
      reader.exec('BEGIN; SELECT * FROM written')
      let checkpoints = 0
      const besideCommits: Pick<Db, 'pragma'> = {
        pragma: (text) => {
          checkpoints += 1
          const result: unknown = other.pragma(text)
          writePages(writer)
          return result
        },
      }
      checkpointBesideWriter(besideCommits)
      expect(checkpoints).toBe(5)
      reader.close()
      checkpointBesideWriter(other)
      expect(other.pragma('wal_checkpoint(PASSIVE)')).toEqual([expect.objectContaining({ busy: 0 })])
      const [state] = other.pragma('wal_checkpoint(PASSIVE)') as ReadonlyArray<{ log: number; checkpointed: number }>
      expect(state?.checkpointed).toBe(state?.log)
    }))

  it('is made by the thread that re-wraps, while the roll goes on', () =>
    withTemporaryFolder(async (folder) => {
      mkdirSync(folder)
      const file = path.join(folder, 'keys.db')
      const ring = memoryKekRing()
      const store = rightOrThrow(openSqliteKeyStore(ring.library)(file))
      const { keys } = keysUnderTest({ ring, store })
      const scopes = Array.from({ length: 300 }, () => ({ scope: randomScopeId(), class: 'loan' as const }))
      rightOrThrow(await keys.createKeys(scopes)())
      const before = statSync(file).size
      rightOrThrow(await ring.beginEpoch('2026-03-05' as Day)())
      const startRewrapping = rewrapOnThread({
        ...{ ring, copyWrappingKeys: ring.copyWrappingKeys!, place: { _tag: 'Files', files: [file] } },
        ...{ isEnded: () => false, evictedScopes: makeEvictedScopes() },
      })
      const moved = await moveKeys(
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
})
