import { FootageRecorded } from '../../domain/footage/events/footage-recorded'
import { FootageStored } from '../../domain/footage/events/footage-stored'
import type { ViewingId } from '../../domain/values/ids'
import { instantOfTime } from '../../domain/values/instant'
import { FootageDisclosed } from '../../domain/viewing/events/footage-disclosed'
import { FootageViewed } from '../../domain/viewing/events/footage-viewed'
import { LiveVideoViewed } from '../../domain/viewing/events/live-video-viewed'
import { VideoRequestRefused } from '../../domain/viewing/events/video-request-refused'
import type { ViewingEvent } from '../../domain/viewing/viewing-event'
import { camera, footage, main as branch, on, viewings } from './golden-ids'
import { goldenStream } from './golden-stream'

const day = on('05-04')
const at = instantOfTime(day)
const [from, until] = [at('10:00'), at('11:00')]
const stored = { size: 1_234_567, digest: '0f'.repeat(32) }
const ofRequest = { at: at('12:00'), requestedBy: 'Politiassistent Hansen', reason: 'Tyveri ved indgangen' }
const ofFootage = { footage, branch, camera, from, until, caseNumber: '2026-17' }

const requestOf = (index: number, eventOf: (open: { viewing: ViewingId; day: typeof day }) => ViewingEvent) => {
  const viewing = viewings[index] as ViewingId
  return goldenStream('circulation', 'viewing', viewing, day)(eventOf({ viewing, day }))
}

/** Each event of the register of video surveillance. */
export const goldenVideoEvents = [
  ...goldenStream('circulation', 'footage', footage, day)(
    FootageRecorded({ footage, branch, camera, day }, { footage: { from, until } }),
    FootageStored({ footage }, { footage: { videoType: 'video/mp4', ...stored } }),
  ),
  ...requestOf(0, (open) =>
    LiveVideoViewed(open, { viewing: { ...ofRequest, by: 'vagt-1', role: 'dutyOfficer', branch, camera } }),
  ),
  ...requestOf(1, (open) =>
    FootageViewed(open, { viewing: { ...ofRequest, by: 'efterforsker-1', role: 'videoInvestigator', ...ofFootage } }),
  ),
  ...requestOf(2, (open) =>
    FootageDisclosed(open, {
      viewing: { ...ofRequest, by: 'vagt-1', role: 'dutyOfficer', ...ofFootage, ...stored, basis: 'retsplejelovens § 804' },
    }),
  ),
  ...requestOf(3, (open) =>
    VideoRequestRefused(open, {
      viewing: {
        ...{ ...ofRequest, by: 'personale-1', role: 'staff', act: 'liveVideo', because: 'roleMayNot' },
        ...{ branch, camera, footage: null, from: null, until: null },
        ...{ caseNumber: null, basis: null, whyRefused: null },
      },
    }),
  ),
]
