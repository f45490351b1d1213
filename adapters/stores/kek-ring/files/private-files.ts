import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { errorCodeOf } from '../../../system/files/error-code'

const syncDirectory = (folder: string): void => {
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

/** Whether only the owner can read or write a file or folder. */
export const isAccessibleByOwnerOnly = (file: string): boolean => (statSync(file).mode & 0o077) === 0

/** Overwrites with zeros the file that was open while another one took its name. One that has a second name is kept. */
const overwriteReplaced = (handle: number): void => {
  const { size, nlink } = fstatSync(handle)
  if (nlink === 0) {
    writeSync(handle, Buffer.alloc(size), 0, size, 0)
    fsyncSync(handle)
  }
  closeSync(handle)
}

/** Removes a file whose writing was not finished. What has no other name is overwritten: it may be the key of an epoch. */
const removeUnfinishedFile = (file: string): void => {
  if (!existsSync(file)) return
  const handle = openSync(file, 'r+')
  // First the name goes, so that no other process can give the bytes another one.
  unlinkSync(file)
  overwriteReplaced(handle)
}

/** Removes what killed processes have left in a folder while they wrote. Throws as `node:fs` does. */
export const removeUnfinishedFiles = (folder: string): void => {
  if (!existsSync(folder)) return
  const unfinished = readdirSync(folder).filter((name) => name.endsWith('.new'))
  for (const name of unfinished) removeUnfinishedFile(path.join(folder, name))
  if (unfinished.length > 0) syncDirectory(folder)
}

/**
 * Writes a file that only the owner may read, atomically and durably. The bytes of a file that it replaces are overwritten
 * with zeros. Throws as `node:fs` does.
 */
export const writePrivateFile = (folder: string, name: string, text: string): void => {
  const [file, temporary] = [path.join(folder, name), path.join(folder, `${name}.new`)]
  try {
    writeAll(temporary, 'w', Buffer.from(text))
    chmodSync(temporary, 0o600)
    const replaced = existsSync(file) ? openSync(file, 'r+') : undefined
    renameSync(temporary, file)
    syncDirectory(folder)
    if (replaced !== undefined) overwriteReplaced(replaced)
  } finally {
    removeUnfinishedFile(temporary)
  }
}

/**
 * Writes a file without secrets that only the owner may read, atomically and durably. Whoever has the file that it
 * replaces open still reads it whole. Throws as `node:fs` does.
 */
export const writePrivateFileWithoutSecrets = (folder: string, name: string, text: string): void => {
  const temporary = path.join(folder, `${name}.${randomUUID()}.new`)
  try {
    writeAll(temporary, 'wx', Buffer.from(text))
    renameSync(temporary, path.join(folder, name))
    syncDirectory(folder)
  } finally {
    removeUnfinishedFile(temporary)
  }
}

/** Some file systems, such as that of a memory stick, have no links. */
const linkOrRename = (temporary: string, file: string): void => {
  try {
    linkSync(temporary, file)
  } catch (error) {
    if (errorCodeOf(error) === 'EEXIST') throw error
    if (existsSync(file)) throw Object.assign(new Error('the file exists'), { code: 'EEXIST' })
    renameSync(temporary, file)
  }
}

/**
 * Writes a file that only the owner may read, atomically and durably, unless there is one of this name. Answers whether it
 * did. Of several processes that create it at once, one does. Throws as `node:fs` does.
 */
export const createPrivateFile = (folder: string, name: string, text: string): boolean => {
  const temporary = path.join(folder, `${name}.${randomUUID()}.new`)
  try {
    writeAll(temporary, 'wx', Buffer.from(text))
    linkOrRename(temporary, path.join(folder, name))
    return true
  } catch (error) {
    if (errorCodeOf(error) !== 'EEXIST') throw error
    return false
  } finally {
    removeUnfinishedFile(temporary)
    syncDirectory(folder)
  }
}

export const readPrivateFile = (folder: string, name: string): string => readFileSync(path.join(folder, name), 'utf8')

/** Overwrites a file with zeros and removes it, durably. On many devices the old bytes can still be recovered. */
export const destroyPrivateFile = (folder: string, name: string): void => {
  const file = path.join(folder, name)
  writeAll(file, 'r+', Buffer.alloc(statSync(file).size))
  unlinkSync(file)
  syncDirectory(folder)
}

/** The same, when there is a file of this name. Another process may finish the same destruction. */
export const destroyPrivateFileIfExists = (folder: string, name: string): void => {
  const file = path.join(folder, name)
  try {
    if (existsSync(file)) destroyPrivateFile(folder, name)
  } catch (error) {
    if (existsSync(file)) throw error
  }
}
