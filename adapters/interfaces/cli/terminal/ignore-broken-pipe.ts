import type { Writable } from 'node:stream'

/**
 * Ignores EPIPE, which a stream raises when its reader is gone (`head` after ten lines): the command runs to its end in
 * silence, and its exit code is that of the command. Other errors of the stream are thrown.
 */
export const ignoreBrokenPipe = (stream: Writable): void => {
  stream.on('error', (error: Error & { readonly code?: string }) => {
    if (error.code !== 'EPIPE') throw error
  })
}
