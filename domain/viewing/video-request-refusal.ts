import type { VideoRefusalReason } from './events/video-request-refused'

/** Why somebody does not get to see video, or a copy. */
export type VideoRequestRefusal =
  /** It is recorded. */
  | { readonly _tag: 'VideoRequestIsRefused'; readonly because: VideoRefusalReason }
  /** The person must log in anew: nothing is recorded. */
  | { readonly _tag: 'LogInIsNotFresh' }
  /** The recording has no content yet. */
  | { readonly _tag: 'FootageIsNotStored' }
