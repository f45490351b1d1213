import { randomBytes, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import type { LogName } from '../../../domain/event/stream'

/** An event that somebody writes into a log with SQL. */
export interface ForgedEvent {
  readonly stream: string
  readonly type: string
  readonly recorded: string
  readonly open: object
  readonly sealed?: Uint8Array
  /** Null: the event has no code. */
  readonly code: Uint8Array | null
}

/** Uses the file of a log of a closed folder, and removes what was folded from it. */
export const withLogRows = <A>(folder: string, log: LogName, use: (db: Database.Database) => A): A => {
  const db = new Database(path.join(folder, `${log}.db`))
  try {
    return use(db)
  } finally {
    db.close()
    rmSync(path.join(folder, 'views'), { recursive: true, force: true })
  }
}

/** Adds an event at the end of a stream, which is made when there is none. */
export const insertEvent = (folder: string, log: LogName, event: ForgedEvent): void =>
  withLogRows(folder, log, (db) => {
    db.prepare('INSERT OR IGNORE INTO streams (name) VALUES (?)').run(event.stream)
    db.prepare(
      `INSERT INTO events (stream, revision, id, type, version, recorded, open, sealed, code)
       SELECT id, (SELECT count(*) FROM events WHERE stream = streams.id), unhex(?, '-'), ?, 1, ?, ?, ?, ?
       FROM streams WHERE name = ?`,
    ).run(
      randomUUID(),
      event.type,
      event.recorded,
      JSON.stringify(event.open),
      event.sealed ?? new Uint8Array(0),
      event.code,
      event.stream,
    )
  })

/** Codes that somebody without the keys may try. */
export const forgedCodes: ReadonlyArray<readonly [string, Uint8Array | null]> = [
  ['no code', null],
  ['an empty code', new Uint8Array(0)],
  ['a random code', Uint8Array.of(1, ...randomBytes(32))],
]

/** An event as it stands in the file, with its open part parsed. */
export const readEvent = (folder: string, type: string) =>
  withLogRows(folder, 'circulation', (db) => {
    const row = db
      .prepare<[string], { readonly open: string; readonly sealed: Buffer; readonly recorded: string; id: string }>(
        'SELECT lower(hex(id)) AS id, open, sealed, recorded FROM events WHERE type = ? ORDER BY position DESC',
      )
      .get(type)
    if (row === undefined) throw new Error('there is no such event')
    return { ...row, open: JSON.parse(row.open) as Readonly<Record<string, string>> }
  })
