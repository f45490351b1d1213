import * as t from 'io-ts'

/** The media types in which cameras record. */
export const VideoType = t.keyof({ 'video/mp4': null, 'video/webm': null, 'video/mp2t': null })
export type VideoType = t.TypeOf<typeof VideoType>
