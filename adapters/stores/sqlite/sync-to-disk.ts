import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Makes a file, or the names in a folder, durable. Throws as `node:fs` does. */
export const syncToDisk = (name: string): void => {
  const handle = openSync(name, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
