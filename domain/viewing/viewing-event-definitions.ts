import { FootageDisclosed } from './events/footage-disclosed'
import { FootageViewed } from './events/footage-viewed'
import { LiveVideoViewed } from './events/live-video-viewed'
import { VideoRequestRefused, VideoRequestRefusedVersion1 } from './events/video-request-refused'

/** Every event of a request to look at video, in each of its versions. */
export const viewingEventDefinitions = [
  LiveVideoViewed,
  FootageViewed,
  FootageDisclosed,
  VideoRequestRefusedVersion1,
  VideoRequestRefused,
] as const
