import { randomUUID } from 'node:crypto'
import Database from 'better-sqlite3-multiple-ciphers'
import type { StoredEvent } from '../../domain/ports/event-store'

/** The driver alone: the same table and ids and the same durability, the driver's defaults otherwise. */
export interface BareLog {
  /** Inserts so many events in one transaction, each at the end of the next stream in turn. */
  readonly insert: (events: number) => void
  /** Inserts so many events in one transaction, side by side at the end of the next stream in turn. */
  readonly insertInOneStream: (events: number) => void
  /** Reads all events and parses their open parts; answers how many there are. */
  readonly readAll: () => number
  readonly close: () => void
}

const table = `
CREATE TABLE events (position INTEGER PRIMARY KEY, stream INTEGER NOT NULL, revision INTEGER NOT NULL, id BLOB NOT NULL,
  type TEXT NOT NULL, version INTEGER NOT NULL, recorded TEXT NOT NULL, open TEXT NOT NULL, sealed BLOB NOT NULL) STRICT;
CREATE UNIQUE INDEX events_by_stream ON events (stream, revision);`

const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex')

/** Opens a bare log with so many streams; all its events look like the one given. Ids are made beforehand. */
export const bareLog = (file: string, streams: number, event: StoredEvent): BareLog => {
  const db = new Database(file)
  db.pragma('journal_mode = wal')
  db.pragma('synchronous = full')
  db.exec(table)
  const statement = db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const all = db.prepare<[], { readonly open: string }>('SELECT * FROM events ORDER BY position')
  const ids = Array.from({ length: 4096 }, () => bytesOf(randomUUID()))
  const { type, version, recorded, open, sealed } = event
  const ends = Array.from({ length: streams }, () => 0)
  let place = 0
  let turn = 0
  const into = (stream: number): void => {
    const revision = ends[stream] ?? 0
    ends[stream] = revision + 1
    statement.run((place += 1), stream + 1, revision, ids[place % ids.length], type, version, recorded, open, sealed)
  }
  const next = (): number => turn++ % streams
  const many = db.transaction((events: number) => {
    for (let at = 0; at < events; at += 1) into(next())
  })
  const manyInOne = db.transaction((events: number) => {
    const stream = next()
    for (let at = 0; at < events; at += 1) into(stream)
  })
  return {
    insert: (events) => {
      if (events === 1) into(next())
      else many.immediate(events)
    },
    insertInOneStream: (events) => {
      manyInOne.immediate(events)
    },
    readAll: () => {
      let read = 0
      for (const row of all.iterate()) if (JSON.parse(row.open) !== null) read += 1
      return read
    },
    close: () => void db.close(),
  }
}
