import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3-multiple-ciphers'
import { deriveKeysOfDerivedStores } from '../../../adapters/composition/stores/derive-keys-of-derived-stores'
import { memoryCoordination } from '../../../adapters/processes/coordination/memory/memory-coordination'
import { dataFolderLayout } from '../../../adapters/stores/data-folder/data-folder-layout'
import { openKekRingInFiles } from '../../../adapters/stores/kek-ring/files/open-kek-ring-in-files'
import type { SqliteDatabase } from '../../../adapters/stores/sqlite/open-sqlite-database'
import { machineMonotonicClock } from '../../../adapters/system/clock/machine-monotonic-clock'
import { rightOrThrow } from '../../fixtures/right-or-throw'

/** The files of a library that is open, written beside it by somebody who has every key. */
export interface WritableFiles {
  readonly readModels: SqliteDatabase
  readonly schedule: SqliteDatabase
  readonly keysOfCirculation: SqliteDatabase
  readonly close: () => void
}

const openFile = (file: string, key?: Uint8Array): SqliteDatabase => {
  const db = new Database(file, { fileMustExist: true, timeout: 50 })
  if (key === undefined) return db
  db.pragma("cipher = 'aegis'")
  db.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
  return db
}

export const openWritableFiles = async (folder: string): Promise<WritableFiles> => {
  const layout = dataFolderLayout(folder)
  const ring = rightOrThrow(await openKekRingInFiles(layout.ring)())
  const coordination = memoryCoordination(machineMonotonicClock)
  const keys = rightOrThrow(await deriveKeysOfDerivedStores({ ring, coordination })())
  const readModels = openFile(layout.readModels, keys.readModels[0])
  const schedule = openFile(layout.schedule, keys.lasting)
  const keysOfCirculation = openFile(layout.keys.circulation)
  const all = [readModels, schedule, keysOfCirculation]
  return { readModels, schedule, keysOfCirculation, close: () => all.forEach((db) => db.close()) }
}

/** Writes when the library holds no lock on the file. */
export const writeWhenFree = async (write: () => void): Promise<void> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return write()
    } catch (error) {
      if (attempt === 200 || !String(error).includes('locked')) throw error
      await setTimeout(25)
    }
  }
}
