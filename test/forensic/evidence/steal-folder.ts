import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { openDatabaseReadOnly } from '../../../adapters/stores/sqlite/copying/open-database-read-only'
import type { Insider } from '../attack/open-with-living-keys'
import { makeIdFinder, type PlacedId } from './order-of-ids'
import { readKeyRows } from './read-key-rows'
import { copyWithModes } from '../../fixtures/copy-with-modes'

/** A file that an attacker has: its bytes, and when it was written last. */
interface StolenFile {
  readonly name: string
  readonly bytes: Buffer
  /** Milliseconds since 1970. */
  readonly modifiedAt: number
  /** The number of the file in its file system: files that were made later have greater ones. */
  readonly inode: number
}

/** What the files of a stolen folder tell: where the ids of both logs stand in each, and its times. */
export interface StolenFolder {
  readonly places: ReadonlyMap<string, ReadonlyArray<PlacedId>>
  readonly files: ReadonlyArray<Omit<StolenFile, 'bytes'>>
  /** Scopes of *circulation* that have a key, as the file says. */
  readonly withKey: ReadonlySet<string>
}

const readFiles = (folder: string): ReadonlyArray<StolenFile> =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => {
      const { mtimeMs, ino } = statSync(file)
      return { name: path.relative(folder, file), bytes: readFileSync(file), modifiedAt: mtimeMs, inode: ino }
    })

/** Copies a folder as it lies on the disk, with the write-ahead logs of files in use. */
export const stealFolder = (folder: string, to: string): void => copyWithModes(folder, to, { recursive: true, preserveTimestamps: true }) // prettier-ignore

const placesIn = (
  ids: Iterable<string>,
  files: Iterable<Pick<StolenFile, 'name' | 'bytes'>>,
): ReadonlyMap<string, ReadonlyArray<PlacedId>> => {
  const find = makeIdFinder(ids)
  return new Map([...files].map(({ name, bytes }) => [name, find(bytes)]))
}

/** Reads a stolen folder without a key. */
export const readStolenFolder = (folder: string, ids: Iterable<string>): StolenFolder => {
  const files = readFiles(folder)
  const rows = readKeyRows({ file: path.join(folder, 'keys', 'keys-circulation.db') })
  return {
    places: placesIn(ids, files),
    files: files.map(({ name, modifiedAt, inode }) => ({ name, modifiedAt, inode })),
    withKey: new Set(rows.filter(({ slot }) => slot !== null).map(({ scope }) => scope)),
  }
}

/** The pages of an encrypted file, each in its place; undefined when no key opens it. */
const decryptPages = (file: string, keys: ReadonlyArray<Uint8Array>): Buffer | undefined => {
  for (const key of keys)
    try {
      const db = openDatabaseReadOnly({ file, key })
      const pages = db.serialize()
      db.close()
      return pages
    } catch {
      continue
    }
  return undefined
}

/** Reads the encrypted files in `views/` of a stolen folder with the keys of its ring: their pages as they lie. */
export const readStolenViews = (
  folder: string,
  { viewKeys }: Pick<Insider, 'viewKeys'>,
  ids: Iterable<string>,
): ReadonlyMap<string, ReadonlyArray<PlacedId>> => {
  const files = ['views.db', 'schedule.db', 'log-digests.db'].flatMap((name) => {
    const file = path.join(folder, 'views', name)
    const bytes = existsSync(file) ? decryptPages(file, viewKeys) : undefined
    return bytes === undefined ? [] : [{ name: `decrypted ${name}`, bytes }]
  })
  return placesIn(ids, files)
}

/** How many events of *persons* each of the newest backups has, by its day (text). Older ones nobody can open. */
export const eventsInStolenBackups = async (
  backups: ReadonlyArray<string>,
  { keyOfBackup }: Pick<Insider, 'keyOfBackup'>,
): Promise<ReadonlyMap<string, number>> => {
  const counts = new Map<string, number>()
  for (const folder of backups) {
    const text = readFileSync(path.join(folder, 'logs', 'manifest.json'), 'utf8')
    const { manifest } = JSON.parse(text) as {
      readonly manifest: { readonly backup: string; readonly epoch: number; readonly takenOn: string }
    }
    const key = await keyOfBackup(manifest.epoch, manifest.backup, 'persons.db')
    if (key === undefined) continue
    const db = openDatabaseReadOnly({ file: path.join(folder, 'logs', 'persons.db'), key })
    counts.set(manifest.takenOn, Number(db.prepare('SELECT count(*) FROM events').pluck().get()))
    db.close()
  }
  return counts
}
