import path from 'node:path'

/** Where the process that owns a data folder takes commands. The path may be at most some 100 bytes long. */
export const socketIn = (folder: string): string => path.join(folder, 'glemsom.sock')
