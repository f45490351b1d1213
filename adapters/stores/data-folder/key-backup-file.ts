import { readFileSync } from 'node:fs'
import { Day } from '../../../domain/values/day'
import type { DataFolderLayout } from './data-folder-layout'
import { writeFileAtomically } from './write-file-atomically'

/** What a data folder remembers of the backups of its keys. */
export interface KeyBackupHistory {
  /** The id of the library. */
  readonly library: string
  /** The day of the first renewal of the wrapping key, as far as it was noted. */
  readonly neededSince?: Day
  /** The day of the newest backup that was read back. */
  readonly newest?: Day
}

const dayIn = (file: Readonly<Record<string, unknown>>, name: 'neededSince' | 'newest'): Partial<KeyBackupHistory> => {
  const day = file[name]
  return Day.is(day) ? { [name]: day } : {}
}

/** Reads the record; undefined when there is none, or it is damaged: the days are then noted anew. */
export const readKeyBackupHistory = ({
  keyBackup,
}: Pick<DataFolderLayout, 'keyBackup'>): KeyBackupHistory | undefined => {
  try {
    const file = Object(JSON.parse(readFileSync(keyBackup, 'utf8'))) as Readonly<Record<string, unknown>>
    const { library } = file
    return typeof library === 'string'
      ? { library, ...dayIn(file, 'neededSince'), ...dayIn(file, 'newest') }
      : undefined
  } catch {
    return undefined
  }
}

/** Throws as `node:fs` does. */
export const writeKeyBackupHistory = (
  { keyBackup }: Pick<DataFolderLayout, 'keyBackup'>,
  record: KeyBackupHistory,
): void => writeFileAtomically(keyBackup, `${JSON.stringify(record)}\n`)

/**
 * Notes a backup of the keys of a library that was read back, unless a newer one is noted. Throws as `node:fs` does.
 */
export const noteKeyBackup = (layout: Pick<DataFolderLayout, 'keyBackup'>, library: string, takenOn: Day): void => {
  const before = readKeyBackupHistory(layout)
  const record = before?.library === library ? before : { library }
  if (record.newest === undefined || record.newest < takenOn)
    writeKeyBackupHistory(layout, { ...record, newest: takenOn })
}
