import { closeSync, existsSync, fstatSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { sideFilesOf } from '../sqlite/sqlite-file-removal'

const zeros = Buffer.alloc(65_536)

/**
 * Overwrites a file with zeros in place, waits for the disk, and removes it; does nothing when there is none. A file
 * system that writes elsewhere instead of in place keeps the old bytes for a while.
 */
const destroyFile = (file: string): void => {
  if (!existsSync(file)) return
  const handle = openSync(file, 'r+')
  const { size } = fstatSync(handle)
  for (let at = 0; at < size; at += zeros.length) writeSync(handle, zeros, 0, Math.min(zeros.length, size - at), at)
  fsyncSync(handle)
  closeSync(handle)
  rmSync(file)
}

/** The same for an SQLite file and the files that SQLite keeps beside it. */
export const destroyDatabase = (file: string): void => {
  for (const each of [...sideFilesOf(file), file]) destroyFile(each)
}
