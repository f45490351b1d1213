import { rmSync } from 'node:fs'

/** The files that SQLite keeps beside a database with a write-ahead log. */
export const sideFilesOf = (file: string): ReadonlyArray<string> => ['-wal', '-shm'].map((ending) => `${file}${ending}`)

/** Removes files that no process has open; does nothing for one that there is not. */
export const removeFiles = (files: ReadonlyArray<string>): void => {
  for (const file of files) rmSync(file, { force: true })
}

/** Removes a database that no process has open, with the files beside it; does nothing when there is none. */
export const removeDatabase = (file: string): void => removeFiles([file, ...sideFilesOf(file)])
