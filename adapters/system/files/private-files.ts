import { randomUUID } from 'node:crypto'
import { chmod, link, open, readdir, readFile, rename, stat, unlink, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { errorCodeOf } from './error-code'
import { syncFolder } from './sync-folder'
import { thenClose } from '../concurrency/then-close'
import { writeAndSync } from './write-and-sync'

// Everything here waits for the disk on the threads that Node has for files: the main thread goes on serving.

/** The codes of the errors that say: there is no file of this name. */
const noSuchFile: ReadonlyArray<string | undefined> = ['ENOENT', 'ENOTDIR']

const openIfExists = async (file: string): Promise<FileHandle | undefined> => {
  try {
    return await open(file, 'r+')
  } catch (error) {
    if (noSuchFile.includes(errorCodeOf(error))) return undefined
    throw error
  }
}

/** Whether there is a file or folder of this name. Rejects when that cannot be told. */
export const fileExists = async (file: string): Promise<boolean> => {
  try {
    await stat(file)
    return true
  } catch (error) {
    if (noSuchFile.includes(errorCodeOf(error))) return false
    throw error
  }
}

/** The names in a folder; none when there is no such folder. Rejects as `node:fs` does. */
export const namesInFolder = async (folder: string): Promise<ReadonlyArray<string>> =>
  (await fileExists(folder)) ? readdir(folder) : []

/** Whether a mode lets only the owner read or write. */
export const isModeOfOwnerOnly = ({ mode }: { readonly mode: number }): boolean => (mode & 0o077) === 0

/** Whether only the owner can read or write a file or folder. */
export const isAccessibleByOwnerOnly = async (file: string): Promise<boolean> => isModeOfOwnerOnly(await stat(file))

/** The text of a file; undefined when there is none. Rejects as `node:fs` does. */
export const readFileIfExists = async (file: string): Promise<string | undefined> =>
  (await fileExists(file)) ? readFile(file, 'utf8') : undefined

const writeForOwner = (file: string, flags: 'w' | 'wx', text: string): Promise<void> =>
  writeAndSync(file, flags, text, 0o600)

const overwriteWithZeros = async (handle: FileHandle): Promise<void> => {
  const { size } = await handle.stat()
  await handle.write(Buffer.alloc(size), 0, size, 0)
  await handle.sync()
}

/** Overwrites with zeros the bytes of a file that lost its name while it was open. One that has a second name is kept. */
const overwriteIfNameless = async (handle: FileHandle): Promise<void> => {
  if ((await handle.stat()).nlink === 0) await overwriteWithZeros(handle)
}

/** Removes a file whose writing was not finished. What has no other name is overwritten: it may be the key of an epoch. */
const removeUnfinishedFile = async (file: string): Promise<void> => {
  const handle = await openIfExists(file)
  if (handle === undefined) return
  try {
    // First the name goes, so that no other process can give the bytes another one.
    await unlink(file)
    await overwriteIfNameless(handle)
  } finally {
    await handle.close()
  }
}

/** Removes what killed processes have left in a folder while they wrote. Rejects as `node:fs` does. */
export const removeUnfinishedFiles = async (folder: string): Promise<void> => {
  const unfinished = (await namesInFolder(folder)).filter((name) => name.endsWith('.new'))
  for (const name of unfinished) await removeUnfinishedFile(path.join(folder, name))
  if (unfinished.length > 0) await syncFolder(folder)
}

const replaceFile = async (file: string, by: string): Promise<void> => {
  const replaced = await openIfExists(file)
  try {
    await rename(by, file)
    await syncFolder(path.dirname(file))
    if (replaced !== undefined) await overwriteIfNameless(replaced)
  } finally {
    await replaced?.close()
  }
}

/**
 * Writes a file that only the owner may read, atomically and durably. The bytes of a file that it replaces are overwritten
 * with zeros. One process writes a file of this name at a time, and one call after the other. Rejects as `node:fs` does.
 */
export const writePrivateFile = async (folder: string, name: string, text: string): Promise<void> => {
  const [file, temporary] = [path.join(folder, name), path.join(folder, `${name}.new`)]
  try {
    await writeForOwner(temporary, 'w', text)
    await chmod(temporary, 0o600)
    await replaceFile(file, temporary)
  } finally {
    await removeUnfinishedFile(temporary)
  }
}

/**
 * Writes a file without secrets that only the owner may read, atomically and durably. Whoever has the file that it
 * replaces open still reads it whole. Rejects as `node:fs` does.
 */
export const writePrivateFileWithoutSecrets = async (folder: string, name: string, text: string): Promise<void> => {
  const temporary = path.join(folder, `${name}.${randomUUID()}.new`)
  try {
    await writeForOwner(temporary, 'wx', text)
    await rename(temporary, path.join(folder, name))
    await syncFolder(folder)
  } finally {
    await removeUnfinishedFile(temporary)
  }
}

/** Some file systems, such as that of a memory stick, have no links. */
const linkOrRename = async (temporary: string, file: string): Promise<void> => {
  try {
    await link(temporary, file)
  } catch (error) {
    if (errorCodeOf(error) === 'EEXIST') throw error
    if (await fileExists(file)) throw Object.assign(new Error('the file exists'), { code: 'EEXIST' })
    await rename(temporary, file)
  }
}

/**
 * Writes a file that only the owner may read, atomically and durably, unless there is one of this name. Answers whether it
 * did. Of several processes that create it at once, one does. Rejects as `node:fs` does.
 */
export const createPrivateFile = async (folder: string, name: string, text: string): Promise<boolean> => {
  const temporary = path.join(folder, `${name}.${randomUUID()}.new`)
  try {
    await writeForOwner(temporary, 'wx', text)
    await linkOrRename(temporary, path.join(folder, name))
    return true
  } catch (error) {
    if (errorCodeOf(error) !== 'EEXIST') throw error
    return false
  } finally {
    await removeUnfinishedFile(temporary)
    await syncFolder(folder)
  }
}

/** Rejects as `node:fs` does. */
export const readPrivateFile = (folder: string, name: string): Promise<string> =>
  readFile(path.join(folder, name), 'utf8')

/** Answers whether there was a file of this name. Another process may finish the same destruction. */
const overwriteAndRemove = async (file: string): Promise<boolean> => {
  const handle = await openIfExists(file)
  if (handle === undefined) return false
  await thenClose(overwriteWithZeros(handle), () => handle.close())
  await unlink(file).catch((error: unknown) => {
    if (!noSuchFile.includes(errorCodeOf(error))) throw error
  })
  return true
}

/**
 * Overwrites files with zeros and removes them, durably, one after the other; a name that no file has is passed over. On
 * many devices the old bytes can still be recovered, and a file system that writes elsewhere keeps them until it uses them
 * again. Rejects as `node:fs` does.
 */
export const destroyPrivateFiles = async (folder: string, names: ReadonlyArray<string>): Promise<void> => {
  let isAnyRemoved = false
  for (const name of names) isAnyRemoved = (await overwriteAndRemove(path.join(folder, name))) || isAnyRemoved
  if (isAnyRemoved) await syncFolder(folder)
}

/** The same for one file. */
export const destroyPrivateFile = (folder: string, name: string): Promise<void> => destroyPrivateFiles(folder, [name])
