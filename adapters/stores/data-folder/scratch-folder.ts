import { mkdtemp, open, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const zeros = Buffer.alloc(1_048_576)

/** Overwrites a file with zeros in place and waits for the disk. */
const overwrite = async (file: string): Promise<void> => {
  const handle = await open(file, 'r+')
  try {
    const { size } = await handle.stat()
    for (let at = 0; at < size; at += zeros.length) await handle.write(zeros, 0, Math.min(zeros.length, size - at), at)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A file that cannot be overwritten is removed all the same. */
const destroyFolder = async (folder: string): Promise<void> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries)
    if (entry.isFile()) await overwrite(path.join(entry.parentPath, entry.name)).catch(() => undefined)
  await rm(folder, { recursive: true, force: true })
}

/**
 * Runs work with a new, private folder in the folder for temporary files; answers `notMade()` when it cannot be made.
 * Afterwards overwrites and removes its files: they have wrapped keys. After a kill the folder stays, and somebody has to
 * remove it; its name begins with `name`.
 */
export const withScratchFolder =
  <B>(name: string, notMade: () => B) =>
  async <A>(work: (folder: string) => Promise<A>): Promise<A | B> => {
    const folder = await mkdtemp(path.join(tmpdir(), name)).catch(() => undefined)
    if (folder === undefined) return notMade()
    try {
      return await work(folder)
    } finally {
      await destroyFolder(folder)
    }
  }
