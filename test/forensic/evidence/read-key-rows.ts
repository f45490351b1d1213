import {
  openDatabaseReadOnly,
  type DatabaseFileWithKey,
} from '../../../adapters/stores/sqlite/copying/open-database-read-only'

interface KeyRowOfFile {
  readonly scope: string
  readonly class: number
  readonly version: number
  readonly epoch: number
  readonly slot: number | null
  readonly fingerprint: string
  readonly certificate: string | null
  readonly wrapped: string | null
}

const rowsQuery = `
  SELECT lower(hex(k.scope)) AS scope, k.class, k.version, k.epoch, k.slot, hex(k.fingerprint) AS fingerprint,
    hex(k.certificate) AS certificate, hex(substr(s.wrapped, 1, 12)) AS wrapped
  FROM keys k LEFT JOIN slots s ON s.slot = k.slot`

/** A scope id as text, from its bytes in hex. */
const uuidOfHex = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')

/** The rows of a key file, as they lie in it. */
export const readKeyRows = (file: DatabaseFileWithKey): ReadonlyArray<KeyRowOfFile> => {
  const db = openDatabaseReadOnly(file)
  try {
    return db
      .prepare<[], KeyRowOfFile>(rowsQuery)
      .all()
      .map((row) => ({ ...row, scope: uuidOfHex(row.scope) }))
  } finally {
    db.close()
  }
}

/**
 * What an attacker compares of each row from copy to copy: everything but random bytes, and whether those are the bytes of
 * the copy before.
 */
export const makeKeyRowStates = () => {
  let before = new Map<string, KeyRowOfFile>()
  return (rows: ReadonlyArray<KeyRowOfFile>): ReadonlyMap<string, string> => {
    const newest = rows.reduce((epoch, row) => Math.max(epoch, row.epoch), 0)
    const states = rows.map((row): readonly [string, string] => {
      const known = before.get(row.scope)
      const unchanged = (['fingerprint', 'certificate', 'wrapped'] as const).map((name) => known?.[name] === row[name])
      const epoch = row.slot === null ? 'fenced' : `behind ${String(newest - row.epoch)}`
      return [
        row.scope,
        `${epoch}, class ${String(row.class)}, version ${String(row.version)}, same ${unchanged.join()}`,
      ]
    })
    before = new Map(rows.map((row) => [row.scope, row]))
    return new Map(states)
  }
}
