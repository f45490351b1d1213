import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { rmSync } from 'node:fs'
import type { BorrowerId, CopyId } from '../../../domain/values/ids'
import { openLibraryIn } from '../../fixtures/running-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { lastByteOfSealed } from '../damage/damage-event'
import { borrowerIdsOf, crashCopies, lendTo, withPreparedFolder } from './prepared-folder'

const changeRow = (folder: string, sql: string): void => {
  const db = new Database(path.join(folder, 'circulation.db'))
  expect(db.prepare(sql).run().changes).toBe(1)
  db.close()
  rmSync(path.join(folder, 'views'), { recursive: true })
}

const whereLoan = `WHERE position = (SELECT max(position) FROM events WHERE type = 'LoanStarted')`
const loanPlace = { log: 'circulation', stream: `copy-${String(crashCopies[0])}`, revision: 1 }

describe('an event whose stored bytes were changed', () => {
  it.each([
    ['in a sealed part', lastByteOfSealed],
    ['in an open part beside a sealed one', `open = replace(open, '"title":"5', '"title":"6')`],
    ['so that the open part no longer matches the event', `open = '{"more":1}'`],
    ['so that the open part is no JSON', `open = '{'`],
    ['so that its type is unknown', `type = 'LoanStartee'`],
    ['so that its version is unknown', `version = 3`],
    ['so that it is about another copy than its stream', `open = replace(open, '"copy":"3', '"copy":"4')`],
    [
      'so that the key of its scope is not there',
      `open = json_replace(open, '$.loan', '00000000-0000-4000-8000-000000000000')`,
    ],
    ['in the day of recording', `recorded = '2026-0x-05'`],
  ])('%s is listed with its place, and everybody else is served', (_where, change) =>
    withPreparedFolder(async (folder) => {
      changeRow(folder, `UPDATE events SET ${change} ${whereLoan}`)
      const alarms: unknown[] = []
      const library = await openLibraryIn(folder, { alarm: (kind, details) => alarms.push({ kind, ...details }) })
      try {
        expect(alarms).toContainEqual(expect.objectContaining({ kind: 'EventDamaged', ...loanPlace }))
        expect(library.damagedEvents()).toEqual([expect.objectContaining(loanPlace)])
        expect(await library.checkHealth()).toMatchObject({ ok: false, damaged: { events: 1, places: [loanPlace] } })
        expect(await library.checkProcess()).toEqual({ live: true, ready: true })
        const [borrower] = borrowerIdsOf(library)
        expect(borrowerIdsOf(library)).toHaveLength(24)
        rightOrThrow(await lendTo(library)(crashCopies[1] as CopyId, borrower as BorrowerId))
        expect(rightOrThrow(await library.rebuildReadModels(() => undefined)())).toBeGreaterThan(0)
        expect(library.damagedEvents()).toEqual([expect.objectContaining(loanPlace)])
      } finally {
        await library.close()
      }
    }),
  )
})
