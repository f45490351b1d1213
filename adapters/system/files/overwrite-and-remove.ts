import { rmSync, statSync, writeFileSync } from 'node:fs'

/**
 * Overwrites a file with zeros and removes it. A file system that writes elsewhere keeps the old bytes until it uses them
 * again. Throws as `node:fs` does.
 */
export const overwriteAndRemove = (file: string): void => {
  writeFileSync(file, Buffer.alloc(statSync(file).size), { flag: 'r+' })
  rmSync(file)
}
