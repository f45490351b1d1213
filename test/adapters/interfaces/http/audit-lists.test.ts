import { rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import type { Day } from '../../../../domain/values/day'
import { moveClockTo } from '../../../e2e/use-case-steps'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from './http-steps'
import {
  administratorUser,
  auditorUser,
  staffUser,
  withHttpServer,
  withServerOf,
  type Json,
  type ServedLibrary,
} from './with-http-server'

/** The loan is returned on 5 January, and erased with the closing of 4 February. */
const lendReturnAndErase = async (library: ServedLibrary): Promise<void> => {
  const [copy, borrower] = [await acquireCopyByHttp(library), await registerBorrowerByHttp(library)]
  await lendCopyByHttp(library, copy, borrower)
  await library.send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })
  await moveClockTo(library.runningLibrary, '2026-02-05' as Day)
}

describe('the list of certificates', () => {
  it('verifies each, and names the one that was altered', () =>
    withTemporaryFolder(async (folder) => {
      const before = await openLibraryIn(folder)
      await withServerOf(before, lendReturnAndErase)
      await before.close()
      const read = async (as = auditorUser): Promise<ReadonlyArray<Json>> => {
        const library = await openLibraryIn(folder, { alarm: () => undefined })
        try {
          return await withServerOf(
            library,
            async ({ send }) => (await send('GET', '/certificates', { as })).body.certificates,
          )
        } finally {
          await library.close()
        }
      }
      const valid = await read()
      expect(valid.length).toBeGreaterThan(0)
      expect(valid.map(({ problem }) => problem)).toEqual(valid.map(() => null))
      const db = new Database(path.join(folder, 'circulation.db'))
      const { changes } = db
        .prepare(
          `UPDATE events SET open = replace(open, '"signature":"', '"signature":"AAAA') WHERE type = 'ScopesErased'
          AND position = (SELECT max(position) FROM events WHERE type = 'ScopesErased')`,
        )
        .run()
      db.close()
      expect(changes).toBe(1)
      const altered = await read()
      expect(altered.filter(({ problem }) => problem !== null).map(({ problem }) => problem)).toEqual(['unreadable'])
      rmSync(path.join(folder, 'views'), { recursive: true })
    }))
})

describe('the list of what was due', () => {
  it('is of the day that is asked for, and says when each scope was declared due', () =>
    withHttpServer(async (library) => {
      await lendReturnAndErase(library)
      const due = async (day: string) => (await library.send('GET', `/due-scopes?at=${day}`, { as: auditorUser })).body
      expect((await due('2026-02-03')).byClass).not.toHaveProperty('loan')
      const { byClass, scopes } = await due('2026-02-04')
      expect(byClass.loan).toEqual({ due: 1, erased: 1 })
      expect(scopes).toContainEqual(
        expect.objectContaining({ class: 'loan', dueWith: '2026-02-04', declaredOn: '2026-02-05' }),
      )
      expect((await due('2026-02-05')).byClass).not.toHaveProperty('loan')
    }))
})

describe('the list of looks', () => {
  it('counts them by reason in no order of looks, and shows the reasons to administrators alone', () =>
    withHttpServer(async (library) => {
      // Days are closed from the first on which something is recorded in circulation.
      await acquireCopyByHttp(library)
      const [ann, bo] = [await registerBorrowerByHttp(library), await registerBorrowerByHttp(library)]
      const look = (borrower: string, reason: string) =>
        library.send('POST', `/borrowers/${borrower}/openings`, { as: staffUser, body: { reason } })
      await look(bo, 'Telefonopkald')
      await look(ann, 'Brev om et lån')
      await moveClockTo(library.runningLibrary, '2026-01-06' as Day)
      await look(bo, 'Brev om et lån')
      await moveClockTo(library.runningLibrary, '2026-01-07' as Day)
      const read = async (query: string, as = auditorUser) => {
        await library.runningLibrary.catchUpReadModels()
        return (await library.send('GET', `/accesses/reasons${query}`, { as })).body.looks
      }
      const seen = { month: '2026-01', openedBy: 'staff', opened: 'record' }
      expect(await read('', administratorUser)).toEqual([
        { ...seen, reason: 'Brev om et lån', number: 2 },
        { ...seen, reason: 'Telefonopkald', number: 1 },
      ])
      expect(await read('?reason=brev')).toEqual([{ ...seen, reason: { withheld: 'access' }, number: 2 }])
      expect(await read('?reason=besøg')).toEqual([])
      await moveClockTo(library.runningLibrary, '2026-02-01' as Day)
      expect(await read('?reason=brev')).toEqual([{ ...seen, reason: { withheld: 'access' }, number: 2 }])
    }))
})
