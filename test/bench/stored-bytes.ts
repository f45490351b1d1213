import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'

/** The bytes of one part of a log. */
export interface StoredBytes {
  readonly name: string
  /** Events, or pages of the file. */
  readonly rows: number
  readonly bytes: number
  readonly note: string
}

/** The bytes of a sealed part that are not ciphertext: class, commitment, nonce, length and tag. */
const partOverhead = 1 + 32 + 12 + 4 + 16

interface EventTypeRow {
  readonly type: string
  readonly rows: number
  readonly open: number
  readonly parts: number
  readonly sealed: number
  readonly rest: number
}

const selectEventTypes = `
  SELECT type, count(*) AS rows, sum(length(CAST(open AS BLOB))) AS open,
    sum(CASE WHEN length(sealed) = 0 THEN 0 ELSE unicode(CAST(substr(sealed, 2, 1) AS TEXT)) END) AS parts,
    sum(length(sealed)) AS sealed, sum(length(id) + length(type) + length(recorded)) AS rest
  FROM events GROUP BY type ORDER BY sum(length(open) + length(sealed)) DESC`

const bytesOfEventType = ({ type, rows, open, parts, sealed, rest }: EventTypeRow): ReadonlyArray<StoredBytes> => {
  const overhead = sealed === 0 ? 0 : parts * partOverhead + 2 * rows
  return [
    { name: `${type}, open`, rows, bytes: open, note: `${(open / rows).toFixed(0)} an event` },
    { name: `${type}, sealed: ciphertext and padding`, rows, bytes: sealed - overhead, note: `${String(parts)} parts` },
    { name: `${type}, sealed: commitments, nonces, tags`, rows, bytes: overhead, note: '' },
    { name: `${type}, id, type and day`, rows, bytes: rest, note: '' },
  ].filter(({ bytes }) => bytes > 0)
}

interface TableRow {
  readonly name: string
  readonly pages: number
  readonly bytes: number
  readonly payload: number
}

const selectTables = `
  SELECT name, count(*) AS pages, sum(pgsize) AS bytes, sum(payload) AS payload
  FROM dbstat GROUP BY name ORDER BY sum(pgsize) DESC`

const bytesOfTable = ({ name, pages, bytes, payload }: TableRow): StoredBytes => ({
  name: `file: ${name}`,
  rows: pages,
  bytes,
  note: `${((100 * payload) / bytes).toFixed(0)} % of it payload`,
})

/** The bytes of the log of circulation in a closed data folder: by table, and by type of event, the largest first. */
export const storedBytes = (folder: string): ReadonlyArray<StoredBytes> => {
  const db = new Database(path.join(folder, 'circulation.db'), { readonly: true })
  try {
    const types = db.prepare<[], EventTypeRow>(selectEventTypes).all()
    const tables = db.prepare<[], TableRow>(selectTables).all()
    return [...tables.map(bytesOfTable), ...types.flatMap(bytesOfEventType).sort((a, b) => b.bytes - a.bytes)]
  } finally {
    db.close()
  }
}
