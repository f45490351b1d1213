import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'

/** What the bytes of a log are for, in bytes. */
export interface StoredBytes {
  readonly name: string
  readonly rows: number
  readonly bytes: number
  readonly note: string
}

/** Of each sealed part: class, commitment, nonce, length and tag. What is left of it is ciphertext, padding included. */
const partOverhead = 1 + 32 + 12 + 4 + 16

interface TypeRow {
  readonly type: string
  readonly rows: number
  readonly open: number
  readonly parts: number
  readonly sealed: number
  readonly rest: number
}

const byType = `
  SELECT type, count(*) AS rows, sum(length(CAST(open AS BLOB))) AS open,
    sum(CASE WHEN length(sealed) = 0 THEN 0 ELSE unicode(CAST(substr(sealed, 2, 1) AS TEXT)) END) AS parts,
    sum(length(sealed)) AS sealed, sum(length(id) + length(type) + length(recorded)) AS rest
  FROM events GROUP BY type ORDER BY sum(length(open) + length(sealed)) DESC`

const ofType = ({ type, rows, open, parts, sealed, rest }: TypeRow): ReadonlyArray<StoredBytes> => {
  const heads = sealed === 0 ? 0 : parts * partOverhead + 2 * rows
  return [
    { name: `${type}, open`, rows, bytes: open, note: `${(open / rows).toFixed(0)} an event` },
    { name: `${type}, sealed: ciphertext and padding`, rows, bytes: sealed - heads, note: `${String(parts)} parts` },
    { name: `${type}, sealed: commitments, nonces, tags`, rows, bytes: heads, note: '' },
    { name: `${type}, id, type and day`, rows, bytes: rest, note: '' },
  ].filter(({ bytes }) => bytes > 0)
}

interface TableRow {
  readonly name: string
  readonly pages: number
  readonly bytes: number
  readonly payload: number
}

const byTable = `
  SELECT name, count(*) AS pages, sum(pgsize) AS bytes, sum(payload) AS payload
  FROM dbstat GROUP BY name ORDER BY sum(pgsize) DESC`

const ofTable = ({ name, pages, bytes, payload }: TableRow): StoredBytes => ({
  name: `file: ${name}`,
  rows: pages,
  bytes,
  note: `${((100 * payload) / bytes).toFixed(0)} % of it payload`,
})

/** Says what each byte of the log of things in a data folder is for. The folder must be closed. */
export const storedBytes = (folder: string): ReadonlyArray<StoredBytes> => {
  const db = new Database(path.join(folder, 'circulation.db'), { readonly: true })
  try {
    const types = db.prepare<[], TypeRow>(byType).all()
    const tables = db.prepare<[], TableRow>(byTable).all()
    return [...tables.map(ofTable), ...types.flatMap(ofType).sort((a, b) => b.bytes - a.bytes)]
  } finally {
    db.close()
  }
}
