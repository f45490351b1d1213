import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { Response } from 'express'
import type { LivePicture } from '../../../../domain/ports/live-pictures'

const boundary = 'next-picture'

/** Ms. A reader who takes no picture for so long is cut off. */
const writeIdleMs = 30_000

/** Pictures on their way to a browser, which shows each in the place of the one before it. */
export interface PictureWriter {
  /** Resolves once the browser takes more. Rejects when it has gone, or takes nothing. */
  readonly write: (picture: LivePicture) => Promise<void>
  /** Waits. Rejects when the browser goes meanwhile. */
  readonly pause: (ms: number) => Promise<void>
}

const partOf = ({ mediaType, bytes }: LivePicture): Buffer =>
  Buffer.concat([
    Buffer.from(`Content-Type: ${mediaType}\r\nContent-Length: ${String(bytes.length)}\r\n\r\n`),
    bytes,
    Buffer.from(`\r\n--${boundary}\r\n`),
  ])

/** Begins an answer of pictures (`multipart/x-mixed-replace`), which any browser shows in an `img`, without a script. */
export const beginPictures = (response: Response): PictureWriter => {
  const gone = new AbortController()
  response.once('close', () => {
    gone.abort()
  })
  response.status(200).set({
    'Content-Type': `multipart/x-mixed-replace; boundary=${boundary}`,
    'Cache-Control': 'no-store, no-transform',
  })
  response.write(`--${boundary}\r\n`)
  return {
    write: async (picture) => {
      gone.signal.throwIfAborted()
      if (response.write(partOf(picture))) return
      await once(response, 'drain', { signal: AbortSignal.any([gone.signal, AbortSignal.timeout(writeIdleMs)]) })
    },
    pause: (ms) => wait(ms, undefined, { signal: gone.signal }),
  }
}
