import { open, type FileHandle } from 'node:fs/promises'
import type { CliOutput } from './cli-output'

/**
 * Creates a new file that its owner alone can read. When it cannot be created, or something stands there, it writes the
 * problem and answers undefined.
 */
export const createNewFile = async (file: string, output: CliOutput): Promise<FileHandle | undefined> => {
  try {
    return await open(file, 'wx', 0o600)
  } catch {
    output.writeProblem(`The file ${file} cannot be created. Name a place where nothing stands yet.`)
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
