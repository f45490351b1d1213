import { randomUUID } from 'node:crypto'
import Database from 'better-sqlite3-multiple-ciphers'
import type { StoredEvent } from '../../domain/ports/event-store'

/** A log written with the driver alone: the same table, ids and durability, with the driver's defaults otherwise. */
export interface BareLog {
  /** Inserts a number of events in one transaction, each at the end of the next stream (round robin). */
  readonly insert: (events: number) => void
  /** Inserts a number of events in one transaction, all at the end of the next stream (round robin). */
  readonly insertInOneStream: (events: number) => void
  /** Reads all events and parses their open parts. Answers their number. */
  readonly readAll: () => number
  readonly close: () => void
}

const createTableSql = `
CREATE TABLE events (position INTEGER PRIMARY KEY, stream INTEGER NOT NULL, revision INTEGER NOT NULL, id BLOB NOT NULL,
  type TEXT NOT NULL, version INTEGER NOT NULL, recorded TEXT NOT NULL, open TEXT NOT NULL, sealed BLOB NOT NULL) STRICT;
CREATE UNIQUE INDEX events_by_stream ON events (stream, revision);`

const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex')

/** Opens a bare log with a number of streams. All events are copies of the given one; ids are created beforehand. */
export const openBareLog = (file: string, streams: number, event: StoredEvent): BareLog => {
  const db = new Database(file)
  db.pragma('journal_mode = wal')
  db.pragma('synchronous = full')
  db.exec(createTableSql)
  const statement = db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const all = db.prepare<[], { readonly open: string }>('SELECT * FROM events ORDER BY position')
  const ids = Array.from({ length: 4096 }, () => bytesOf(randomUUID()))
  const { type, version, recorded, open, sealed } = event
  const ends = Array.from({ length: streams }, () => 0)
  let position = 0
  let nextStream = 0
  const insertInto = (stream: number): void => {
    const revision = ends[stream] ?? 0
    ends[stream] = revision + 1
    statement.run(
      (position += 1),
      stream + 1,
      revision,
      ids[position % ids.length],
      type,
      version,
      recorded,
      open,
      sealed,
    )
  }
  const next = (): number => nextStream++ % streams
  const insertMany = db.transaction((events: number) => {
    for (let at = 0; at < events; at += 1) insertInto(next())
  })
  const insertManyInOneStream = db.transaction((events: number) => {
    const stream = next()
    for (let at = 0; at < events; at += 1) insertInto(stream)
  })
  return {
    insert: (events) => {
      if (events === 1) insertInto(next())
      else insertMany.immediate(events)
    },
    insertInOneStream: (events) => {
      insertManyInOneStream.immediate(events)
    },
    readAll: () => {
      let read = 0
      for (const row of all.iterate()) if (JSON.parse(row.open) !== null) read += 1
      return read
    },
    close: () => void db.close(),
  }
}
