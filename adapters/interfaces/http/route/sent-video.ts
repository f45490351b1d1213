import type { FootagePieceError } from '../../../../domain/ports/footage-content'
import { VideoType } from '../../../../domain/footage/video-type'
import { codecWithSchema } from '../codecs/codec-with-schema'

/** A video that a route answers. An error among the bytes breaks the connection off, so that nobody takes a part for all. */
export interface SentVideo {
  readonly videoType: VideoType
  readonly size: number
  readonly bytes: AsyncIterable<FootagePieceError | Uint8Array>
}

const isSentVideo = (u: unknown): u is SentVideo =>
  typeof u === 'object' && u !== null && 'videoType' in u && VideoType.is(u.videoType) && 'bytes' in u

export const SentVideoAnswer = codecWithSchema('Video', isSentVideo, { type: 'string', format: 'binary' })
