import { statSync } from 'node:fs'
import { socketPath } from './socket-path'

/** How many bytes the path of a socket may have. */
const longestPath = process.platform === 'linux' ? 108 : 103

/**
 * Why no socket can be made in a data folder: something else has its name, or the path of the folder is too long. A text
 * for people; undefined when one can be made.
 */
export const findSocketProblem = (folder: string): string | undefined => {
  const file = socketPath(folder)
  if (Buffer.byteLength(file) > longestPath)
    return `The path of the data folder is too long for the socket ${file}: the system takes ${String(longestPath)} bytes. Serve the folder by a shorter path, for example a symbolic link.`
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() === true
    ? `${file} is a folder, and the service makes a socket of that name: move the folder away.`
    : undefined
}
