import { mkdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { syncFolder } from './sync-folder'
import { writeAndSync } from './write-and-sync'

/**
 * Writes a file that others may read, as far as the umask of the process lets them, atomically and durably; makes the folders
 * that are missing. One process writes a file at a time. Rejects as `node:fs` does.
 */
export const writeSharedFile = async (file: string, content: string | Uint8Array): Promise<void> => {
  const folder = path.dirname(file)
  await mkdir(folder, { recursive: true })
  const temporary = `${file}.new`
  await writeAndSync(temporary, 'w', content)
  await rename(temporary, file)
  await syncFolder(folder)
}
