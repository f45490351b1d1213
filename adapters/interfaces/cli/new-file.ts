import { open, type FileHandle } from 'node:fs/promises'

/** Creates a new file that its owner alone can read; undefined when it cannot be created, or something stands there. */
export const createNewFile = async (place: string): Promise<FileHandle | undefined> => {
  try {
    return await open(place, 'wx', 0o600)
  } catch {
    return undefined
  }
}

/** Writes the text, and waits until it is on the disk. False when it cannot be written. */
export const writeDurably = async (handle: FileHandle, text: string): Promise<boolean> => {
  try {
    await handle.writeFile(text)
    await handle.sync()
    return true
  } catch {
    return false
  } finally {
    await handle.close()
  }
}
