import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { DeletionRules } from './deletion-rules'
import { logNames } from './exported-event'
import { VerificationError } from './export-folder'

/** What copies of the key files say: the scopes that have a key, with the class, and those whose key is destroyed. */
export interface KeyFiles {
  readonly libraries: ReadonlyArray<string>
  readonly living: ReadonlyMap<string, string>
  readonly destroyed: ReadonlySet<string>
}

interface KeyRow {
  readonly scope: Uint8Array
  readonly class: number
  /** Null when the key is destroyed. */
  readonly slot: number | null
}

const uuidOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

const sideFilesOf = (file: string): ReadonlyArray<string> => [`${file}-wal`, `${file}-shm`]

/** Node's own SQLite is loaded only for this. It reads no wrapped key. */
const readRows = async (file: string): Promise<{ library: string; rows: ReadonlyArray<KeyRow> }> => {
  const { DatabaseSync } = await import('node:sqlite')
  const newFiles = sideFilesOf(file).filter((side) => !existsSync(side))
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    const rows = db.prepare('SELECT scope, class, slot FROM keys').all() as object[] as KeyRow[]
    return { library: String(db.prepare('SELECT id FROM library').get()?.['id']), rows }
  } finally {
    db.close()
    for (const side of newFiles) rmSync(side, { force: true })
  }
}

/** Reads copies of the key files of both logs in a folder. Throws VerificationError when one cannot be read. */
export const readKeyFiles = async (folder: string, rules: DeletionRules): Promise<KeyFiles> => {
  const classes = new Map([...rules.values()].map(({ class: name, code }) => [code, name]))
  const libraries: string[] = []
  const living = new Map<string, string>()
  const destroyed = new Set<string>()
  for (const log of logNames) {
    const file = path.join(folder, `keys-${log}.db`)
    const { library, rows } = await readRows(file).catch((error: unknown) => {
      throw new VerificationError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
    })
    libraries.push(library)
    for (const { scope, class: code, slot } of rows)
      if (slot === null) destroyed.add(uuidOf(scope))
      else living.set(uuidOf(scope), classes.get(code) ?? `class ${String(code)}`)
  }
  return { libraries, living, destroyed }
}

/** What key files say beside a list that was made before them. */
export interface KeyFileComparison {
  /** To be compared with the logs in the place of the list. */
  readonly living: ReadonlyMap<string, string>
  /** Keys of *persons* that no exported event names: of the month that is not closed yet, or of none. */
  readonly unnamedInPersons: number
  /** Scopes of the list whose key was destroyed since. */
  readonly destroyedSince: number
  /** Scopes that an exported event names and that have a key, and that the list leaves out. */
  readonly notListed: ReadonlyArray<string>
}

/** Compares key files with a list. A key that was destroyed since the list was made counts as living then. */
export const compareKeyFiles = (
  rules: DeletionRules,
  isNamed: (scope: string) => boolean,
  isErased: (scope: string) => boolean,
  listed: ReadonlyMap<string, string>,
  files: KeyFiles,
): KeyFileComparison => {
  const isJudged = ([scope, name]: readonly [string, string]): boolean =>
    isNamed(scope) || rules.get(name)?.log !== 'persons'
  const judged = [...files.living].filter(isJudged)
  const destroyedSince = [...listed].filter(([scope]) => files.destroyed.has(scope) && !isErased(scope))
  return {
    living: new Map([...judged, ...destroyedSince]),
    unnamedInPersons: files.living.size - judged.length,
    destroyedSince: destroyedSince.length,
    notListed: judged.map(([scope]) => scope).filter((scope) => isNamed(scope) && !listed.has(scope)),
  }
}
