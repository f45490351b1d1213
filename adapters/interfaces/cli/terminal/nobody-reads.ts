import type { Writable } from 'node:stream'

/**
 * Whoever reads no more (as `head` does after ten lines) is told no more: what was asked for is done to the end, in
 * silence. Other errors of the stream are thrown.
 */
export const untilNobodyReads = (stream: Writable): void => {
  stream.on('error', (error: Error & { readonly code?: string }) => {
    if (error.code !== 'EPIPE') throw error
  })
}
