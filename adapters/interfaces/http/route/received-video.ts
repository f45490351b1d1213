import type { VideoType } from '../../../../domain/footage/video-type'

/** The body of a request broke off before its end. */
export interface BodyIsIncomplete {
  readonly _tag: 'BodyIsIncomplete'
}

/** A video that a request sends, read once. */
export interface ReceivedVideo {
  readonly videoType: VideoType
  readonly bytes: AsyncIterable<BodyIsIncomplete | Uint8Array>
}
