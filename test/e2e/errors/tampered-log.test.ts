import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { rmSync } from 'node:fs'
import { withPreparedFolder } from './prepared-folder'
import { expectOpenError } from './open-error'

const changeRow = (folder: string, sql: string): void => {
  const db = new Database(path.join(folder, 'circulation.db'))
  expect(db.prepare(sql).run().changes).toBe(1)
  db.close()
  rmSync(path.join(folder, 'views'), { recursive: true })
}

const whereLoan = `WHERE position = (SELECT max(position) FROM events WHERE type = 'LoanStarted')`

describe('changed bytes in a log', () => {
  it('are refused with an alarm in a sealed part', () =>
    withPreparedFolder(async (folder) => {
      changeRow(
        folder,
        `UPDATE events SET sealed = CAST(substr(sealed, 1, length(sealed) - 1) || x'00' AS BLOB) ${whereLoan}`,
      )
      const alarms: string[] = []
      expect(await expectOpenError(folder, { alarm: (kind) => alarms.push(kind) })).toMatchObject({ tag: 'Corrupt' })
      expect(alarms).not.toEqual([])
    }))

  it('are refused in an open part beside a sealed one', () =>
    withPreparedFolder(async (folder) => {
      changeRow(folder, `UPDATE events SET open = replace(open, '"copy":"3', '"copy":"4') ${whereLoan}`)
      expect(await expectOpenError(folder)).toMatchObject({ tag: 'Corrupt' })
    }))

  it('are refused in an open part that no longer matches the event', () =>
    withPreparedFolder(async (folder) => {
      changeRow(folder, `UPDATE events SET open = '{"more":1}' ${whereLoan}`)
      expect(await expectOpenError(folder)).toMatchObject({ tag: 'Undecodable' })
    }))
})
