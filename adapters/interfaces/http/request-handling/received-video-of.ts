import type { Request } from 'express'
import { VideoType } from '../../../../domain/footage/video-type'
import type { BodyIsIncomplete, ReceivedVideo } from '../route/received-video'

/** The type of the video that a request announces; undefined when it announces none. */
const videoTypeOf = ({ headers }: Request): VideoType | undefined => {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  return headers['content-encoding'] === undefined && VideoType.is(type) ? type : undefined
}

async function* bytesOf(request: Request): AsyncGenerator<BodyIsIncomplete | Uint8Array> {
  try {
    for await (const piece of request) yield piece as Uint8Array
  } catch {
    yield { _tag: 'BodyIsIncomplete' }
  }
}

/** The video of a request, which is read when the route asks for it. */
export const receivedVideoOf = (request: Request): ReceivedVideo | undefined => {
  const videoType = videoTypeOf(request)
  return videoType === undefined ? undefined : { videoType, bytes: bytesOf(request) }
}
