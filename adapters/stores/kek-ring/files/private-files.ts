import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'

const syncFolder = (folder: string): void => {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

const writeAll = (file: string, flags: string, bytes: Uint8Array): void => {
  const handle = openSync(file, flags, 0o600)
  try {
    writeSync(handle, bytes)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Whether nobody but the owner can touch a file or folder. */
export const isPrivate = (file: string): boolean => (statSync(file).mode & 0o077) === 0

/** Writes a file that nobody but the owner may read: whole or not at all, and durable. Throws as `node:fs` does. */
export const writePrivate = (folder: string, name: string, text: string): void => {
  const made = path.join(folder, `${name}.new`)
  writeAll(made, 'w', Buffer.from(text))
  chmodSync(made, 0o600)
  renameSync(made, path.join(folder, name))
  syncFolder(folder)
}

export const readPrivate = (folder: string, name: string): string => readFileSync(path.join(folder, name), 'utf8')

/** Overwrites a file with zeros and removes it, durably. On many devices the old bytes can still be dug out. */
export const destroyPrivate = (folder: string, name: string): void => {
  const file = path.join(folder, name)
  writeAll(file, 'r+', Buffer.alloc(statSync(file).size))
  unlinkSync(file)
  syncFolder(folder)
}
