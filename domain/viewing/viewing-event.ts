import type { FootageDisclosed } from './events/footage-disclosed'
import type { FootageViewed } from './events/footage-viewed'
import type { LiveVideoViewed } from './events/live-video-viewed'
import type { VideoRequestRefused } from './events/video-request-refused'

export type ViewingEvent = LiveVideoViewed | FootageViewed | FootageDisclosed | VideoRequestRefused
