import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'

/**
 * Makes a folder, and those above it that are missing, for its owner alone (mode 0700). Does nothing when it is there.
 * Throws as `mkdirSync` does. Node's own recursive form never returns where the system refuses every folder, as in
 * `/proc`.
 */
export const createPrivateFolder = (folder: string): void => {
  if (existsSync(folder)) return
  const above = path.dirname(folder)
  if (above !== folder) createPrivateFolder(above)
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!existsSync(folder)) throw error
  }
}
