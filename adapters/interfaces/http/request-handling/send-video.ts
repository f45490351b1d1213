import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'
import type { SentVideo } from '../route/sent-video'

async function* orBreakOff({ bytes }: SentVideo): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    if (!(piece instanceof Uint8Array)) throw new Error(piece._tag)
    yield piece
  }
}

/**
 * Sends a video as fast as the caller takes it. When a piece is missing, the connection is broken off: the length that was
 * announced says that it is not whole.
 */
export const sendVideo = (response: Response, video: SentVideo): void => {
  response.setHeader('Content-Type', video.videoType)
  response.setHeader('Content-Length', video.size)
  if (response.req.method === 'HEAD') {
    response.end()
    return
  }
  // Beside those of the pipeline, each part of the server that waits for the end of the answer has a listener.
  response.setMaxListeners(20)
  pipeline(Readable.from(orBreakOff(video)), response).catch(() => response.destroy())
}
