import { closeSync, fdatasyncSync, fsyncSync, ftruncateSync, openSync, renameSync, writeSync } from 'node:fs'
import path from 'node:path'

const sync = (name: string): void => {
  const handle = openSync(name, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** Writes a file so that after a crash it is there whole, as it was or as it is now. Mode 0600. */
export const writeWhole = (file: string, text: string): void => {
  const fresh = `${file}.new`
  const handle = openSync(fresh, 'w', 0o600)
  writeSync(handle, text)
  fsyncSync(handle)
  closeSync(handle)
  renameSync(fresh, file)
  sync(path.dirname(file))
}

/**
 * Writes a short text over another: less than a disk's sector, and as long as what stood there, so that after a crash
 * either is there whole. That waits for the disk once; a new file waits twice, and for its folder.
 */
export const overwrite = (file: string, text: string): void => {
  const handle = openSync(file, 'r+')
  writeSync(handle, text, 0)
  ftruncateSync(handle, Buffer.byteLength(text))
  fdatasyncSync(handle)
  closeSync(handle)
}
