import type { GoldenEvent } from './golden-stream'
import { goldenCalendarEvents } from './golden-calendar-events'
import { goldenCopyEvents } from './golden-copy-events'
import { goldenFeeEvents } from './golden-fee-events'
import { goldenHoldEvents } from './golden-hold-events'
import { goldenMessageEvents } from './golden-message-events'
import { goldenVideoEvents } from './golden-video-events'
import { goldenNoticeEvents } from './golden-notice-events'
import { goldenBorrowerEvents } from './golden-borrower-events'
import { goldenParallelReservationEvents, goldenTitleEvents } from './golden-title-events'
import { goldenWebsiteEvents } from './golden-website-events'

/** One event of each type, in its newest version. */
export const goldenEvents: ReadonlyArray<GoldenEvent> = [...goldenBorrowerEvents, ...goldenCalendarEvents, ...goldenCopyEvents, ...goldenTitleEvents, ...goldenFeeEvents, ...goldenHoldEvents, ...goldenMessageEvents, ...goldenNoticeEvents, ...goldenParallelReservationEvents, ...goldenVideoEvents, ...goldenWebsiteEvents]
