import { VideoType } from '../../../../domain/footage/video-type'

/** In which form a route answers when it succeeds: JSON, a page, a video, or a picture. */
export type AnswerFormat = 'json' | 'html' | 'video' | 'picture'

/** The media types of each form. A video and a picture have the one in which they were recorded. */
export const mediaTypesByFormat: Readonly<Record<AnswerFormat, ReadonlyArray<string>>> = {
  json: ['application/json'],
  html: ['text/html'],
  video: Object.keys(VideoType.keys),
  picture: ['image/jpeg', 'image/png'],
}
