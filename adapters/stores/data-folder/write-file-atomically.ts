import { closeSync, fdatasyncSync, fsyncSync, ftruncateSync, openSync, renameSync, writeSync } from 'node:fs'
import path from 'node:path'
import { syncToDisk } from '../sqlite/sync-to-disk'

/** Writes a file (mode 0600) so that after a crash it holds either the whole old text or the whole new one. */
export const writeFileAtomically = (file: string, text: string): void => {
  const temporary = `${file}.new`
  const handle = openSync(temporary, 'w', 0o600)
  writeSync(handle, text)
  fsyncSync(handle)
  closeSync(handle)
  renameSync(temporary, file)
  syncToDisk(path.dirname(file))
}

/**
 * Overwrites a short text with one of the same length, less than a disk sector, so that after a crash the file holds
 * either text whole. It waits for the disk once; `writeFileAtomically` waits three times.
 */
export const replaceTextInPlace = (file: string, text: string): void => {
  const handle = openSync(file, 'r+')
  writeSync(handle, text, 0)
  ftruncateSync(handle, Buffer.byteLength(text))
  fdatasyncSync(handle)
  closeSync(handle)
}
