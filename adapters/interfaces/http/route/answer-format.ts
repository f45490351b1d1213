import { VideoType } from '../../../../domain/footage/video-type'

/** In which form a route answers when it succeeds: JSON, a page, or a video. */
export type AnswerFormat = 'json' | 'html' | 'video'

/** The media types of each form. A video has the one in which it was recorded. */
export const mediaTypesByFormat: Readonly<Record<AnswerFormat, ReadonlyArray<string>>> = {
  json: ['application/json'],
  html: ['text/html'],
  video: Object.keys(VideoType.keys),
}
