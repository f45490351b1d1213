import { chmodSync, closeSync, constants, existsSync, openSync, statSync } from 'node:fs'
import { sideFilesOf } from './sqlite-file-removal'

const { O_CREAT, O_EXCL, O_RDWR } = constants

/** SQLite gives its other files the mode of the database. Those of an older version may have another one. */
const allFilesOf = (file: string): ReadonlyArray<string> => [file, ...sideFilesOf(file), `${file}-journal`]

/**
 * Makes the file of a database, if it is missing, and takes the rights of all others than its owner from its files: who
 * can read a file can lock it. An existing file is not opened, because closing it would release the locks of this
 * process. Throws as `node:fs` does when the mode cannot be changed.
 */
export const makeDatabaseFilePrivate = (file: string): void => {
  if (!existsSync(file)) closeSync(openSync(file, O_RDWR | O_CREAT | O_EXCL, 0o600))
  for (const each of allFilesOf(file))
    if (existsSync(each) && (statSync(each).mode & 0o077) !== 0) chmodSync(each, 0o600)
}
