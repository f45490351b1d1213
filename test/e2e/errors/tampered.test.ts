import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { rmSync } from 'node:fs'
import { withFurnished } from './furnished'
import { whyShut } from './opening'

const change = (folder: string, sql: string): void => {
  const db = new Database(path.join(folder, 'circulation.db'))
  expect(db.prepare(sql).run().changes).toBe(1)
  db.close()
  rmSync(path.join(folder, 'views'), { recursive: true })
}

const ofTheLoan = `WHERE position = (SELECT max(position) FROM events WHERE type = 'LoanStarted')`

describe('stored bytes that somebody changed', () => {
  it('are refused aloud when a sealed part was changed', () =>
    withFurnished(async (folder) => {
      change(
        folder,
        `UPDATE events SET sealed = CAST(substr(sealed, 1, length(sealed) - 1) || x'00' AS BLOB) ${ofTheLoan}`,
      )
      const alarms: string[] = []
      expect(await whyShut(folder, { alarm: (kind) => alarms.push(kind) })).toMatchObject({ tag: 'Corrupt' })
      expect(alarms).not.toEqual([])
    }))

  it('are refused aloud when an open part beside a sealed one was changed', () =>
    withFurnished(async (folder) => {
      change(folder, `UPDATE events SET open = replace(open, '"copy":"3', '"copy":"4') ${ofTheLoan}`)
      expect(await whyShut(folder)).toMatchObject({ tag: 'Corrupt' })
    }))

  it('are refused aloud when an open part is no longer what an event says', () =>
    withFurnished(async (folder) => {
      change(folder, `UPDATE events SET open = '{"more":1}' ${ofTheLoan}`)
      expect(await whyShut(folder)).toMatchObject({ tag: 'Undecodable' })
    }))
})
