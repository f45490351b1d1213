import { openDatabaseReadOnly } from '../../../adapters/stores/sqlite/copying/open-database-read-only'

/** Each night most keys are those of the night before. */
const known = new Map<string, string>()

const knownUuidOfHex = (hex: string): string => {
  const uuid = known.get(hex) ?? uuidOfHex(hex)
  known.set(hex, uuid)
  return uuid
}

const uuidOfHex = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')

/** The scopes that have a key in a file of the key store, as the file says. */
export const readLivingScopes = (file: string): ReadonlyArray<string> => {
  const db = openDatabaseReadOnly({ file })
  try {
    const rows = db.prepare<[], string>('SELECT lower(hex(scope)) FROM keys WHERE slot IS NOT NULL').pluck().all()
    return rows.map(knownUuidOfHex)
  } finally {
    db.close()
  }
}
