import { fsync } from 'node:fs'
import { promisify } from 'node:util'

/** Makes an open file durable, on a thread that Node has for files. Rejects as `node:fs` does. */
export const syncOpenFile: (descriptor: number) => Promise<void> = promisify(fsync)
