import { mkdir, open, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { fileExists } from './private-files'
import { syncFolder } from './sync-folder'

/**
 * Writes a file that others may read, as far as the umask of the process lets them, atomically and durably; makes the folders
 * that are missing. One process writes a file at a time. Rejects as `node:fs` does.
 */
export const writeSharedFile = async (file: string, content: string | Uint8Array): Promise<void> => {
  const folder = path.dirname(file)
  await mkdir(folder, { recursive: true })
  const temporary = `${file}.new`
  const handle = await open(temporary, 'w')
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(temporary, file)
  await syncFolder(folder)
}

/** The text of a file; undefined when there is none. Rejects as `node:fs` does. */
export const readTextIfThere = async (file: string): Promise<string | undefined> =>
  (await fileExists(file)) ? readFile(file, 'utf8') : undefined
