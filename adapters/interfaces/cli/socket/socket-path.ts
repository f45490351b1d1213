import path from 'node:path'

/** The socket on which the owner of a data folder accepts commands. Unix allows a path of about 100 bytes. */
export const socketPath = (folder: string): string => path.join(folder, 'glemsom.sock')
