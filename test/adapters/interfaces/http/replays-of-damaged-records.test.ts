import { rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { codeOfScopeClass } from '../../../../retention/sealing/scope-class-codes'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from './http-steps'
import { administratorUser, auditorUser, staffUser, withServerOf, type Json } from './with-http-server'

const readers = [staffUser, auditorUser, administratorUser]

describe('what a replay says of damage', () => {
  const withHarm = (harm: (folder: string, copy: string) => void, use: (body: Json) => void): Promise<void> =>
    withTemporaryFolder(async (folder) => {
      const options = { alarm: () => undefined }
      const before = await openLibraryIn(folder, options)
      const copy = await withServerOf(before, async (library) => {
        const [lent, borrower] = [await acquireCopyByHttp(library), await registerBorrowerByHttp(library)]
        await lendCopyByHttp(library, lent, borrower)
        return lent
      })
      await before.close()
      harm(folder, copy)
      rmSync(path.join(folder, 'views'), { recursive: true })
      const after = await openLibraryIn(folder, options)
      try {
        await withServerOf(after, async ({ send }) => {
          for (const as of readers) use((await send('GET', `/replays/copy/${copy}/steps`, { as })).body)
        })
      } finally {
        await after.close()
      }
    })

  const runSql = (file: string, sql: string): void => {
    const db = new Database(file)
    expect(db.prepare(sql).run().changes).toBe(1)
    db.close()
  }

  it('is the same for every role: a changed event changes nothing', () =>
    withHarm(
      (folder) =>
        runSql(path.join(folder, 'circulation.db'), `UPDATE events SET sealed = x'00' WHERE type = 'LoanStarted'`),
      ({ damagedEvents, steps }) => {
        expect(damagedEvents).toBe(1)
        expect(steps[1]).toMatchObject({ type: 'LoanStarted', damaged: 'the code does not match', changes: [] })
      },
    ))

  it('is the same for every role: a key that is missing makes its part unavailable', () =>
    withHarm(
      (folder) =>
        runSql(
          path.join(folder, 'keys', 'keys-circulation.db'),
          `DELETE FROM keys WHERE class = ${String(codeOfScopeClass('loan'))}`,
        ),
      ({ steps }) =>
        expect(steps[1].parts).toContainEqual(
          expect.objectContaining({ class: 'loan', status: 'unavailable', reason: 'the key is missing' }),
        ),
    ))
})
