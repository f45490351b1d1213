import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import type { LogName } from '../../../domain/event/stream'

/** The columns in which a bit can be flipped. */
export type FlippedColumn = 'type' | 'open' | 'sealed' | 'id' | 'recorded' | 'code'

/** An event as it stands in the file of a log. */
export interface EventInFile {
  readonly log: LogName
  readonly position: number
  readonly stream: string
  readonly revision: number
  readonly type: string
  readonly open: string
  readonly sealedBytes: number
}

const withLogFile = <A>(folder: string, log: LogName, use: (db: Database.Database) => A): A => {
  const db = new Database(path.join(folder, `${log}.db`))
  try {
    return use(db)
  } finally {
    db.close()
  }
}

export const eventsInFile = (folder: string, log: LogName): ReadonlyArray<EventInFile> =>
  withLogFile(folder, log, (db) =>
    db
      .prepare<[], Omit<EventInFile, 'log'>>(
        `SELECT position, name AS stream, revision, type, open, length(sealed) AS sealedBytes
         FROM events JOIN streams ON streams.id = events.stream ORDER BY position`,
      )
      .all()
      .map((event) => ({ ...event, log })),
  )

/** Flips one bit of one column of an event, in the closed folder of a library. `at` picks the bit, from 0 to 1. */
export const flipBit = (folder: string, { log, position }: EventInFile, column: FlippedColumn, at: number): void =>
  withLogFile(folder, log, (db) => {
    const stored = db
      .prepare<[number], Buffer>(`SELECT CAST(${column} AS BLOB) FROM events WHERE position = ?`)
      .pluck()
      .get(position)
    if (stored === undefined) throw new Error('there is no such event')
    const bytes = Buffer.from(stored)
    const bit = Math.floor(at * bytes.length * 8)
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    const type = column === 'sealed' || column === 'id' || column === 'code' ? 'BLOB' : 'TEXT'
    db.prepare(`UPDATE events SET ${column} = CAST(? AS ${type}) WHERE position = ?`).run(bytes, position)
  })
