import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { writePrivateFile } from '../../../system/files/private-files'

/** Which data folder uses a ring. */
export interface FolderUsingRing {
  /**
   * The number that the file system has for the folder of the ring. It is the same on every machine that mounts the folder,
   * and when the folder is moved there; a copy of the folder has another one.
   */
  readonly inode: string
  /** A random text that the folder stores too. It changes with each opening of the folder. */
  readonly token: string
  /** The name of the machine that opened the folder last, and the path of the folder there. */
  readonly host: string
  readonly folder: string
}

const useFile = 'used-by.json'

const isRingUse = (value: unknown): value is FolderUsingRing => {
  const { inode, token, host, folder } = Object(value) as Readonly<Partial<Record<keyof FolderUsingRing, unknown>>>
  return [inode, token, host, folder].every((member) => typeof member === 'string')
}

const inodeOf = (folder: string): string => String(statSync(folder, { bigint: true }).ino)

/**
 * The data folder that uses the ring in a folder; undefined when none has yet, when the file is damaged, and when it was
 * copied with the ring: a copy is used by nobody.
 */
export const readFolderUsingRing = (ring: string): FolderUsingRing | undefined => {
  try {
    const use: unknown = JSON.parse(readFileSync(path.join(ring, useFile), 'utf8'))
    return isRingUse(use) && use.inode === inodeOf(ring) ? use : undefined
  } catch {
    return undefined
  }
}

/** Writes which data folder uses the ring. Does nothing where the ring is no folder. Rejects as `node:fs` does. */
export const writeFolderUsingRing = async (ring: string, use: Omit<FolderUsingRing, 'inode'>): Promise<void> => {
  if (!existsSync(path.join(ring, 'library.json'))) return
  await writePrivateFile(ring, useFile, `${JSON.stringify({ inode: inodeOf(ring), ...use })}\n`)
}
