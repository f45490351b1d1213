import { FootageRecorded } from '../../../domain/footage/events/footage-recorded'
import { FootageStored } from '../../../domain/footage/events/footage-stored'
import type { CameraId, FootageId, ViewingId } from '../../../domain/values/ids'
import { instantOfTime } from '../../../domain/values/instant'
import { FootageDisclosed } from '../../../domain/viewing/events/footage-disclosed'
import { FootageViewed } from '../../../domain/viewing/events/footage-viewed'
import { LiveVideoViewed } from '../../../domain/viewing/events/live-video-viewed'
import { VideoRequestRefused } from '../../../domain/viewing/events/video-request-refused'
import type { ViewingEvent } from '../../../domain/viewing/viewing-event'
import { addScope, canaryText, historyBranches, nextId, type HistoryState, type HistoryStep } from './history-state'

const camera = 'indgang' as CameraId
const stored = { size: 1000, digest: canaryText }

const periodIn = ({ day }: HistoryState) => {
  const at = instantOfTime(day)
  return { from: at('10:00'), until: at('11:00') }
}

/** A camera recorded, and the content came or did not. */
const recordFootage: HistoryStep = (history, choose) => {
  const footage = addScope<FootageId>(history, 'footage')
  const branch = choose(historyBranches)!
  history.circulation.push(
    FootageRecorded({ footage, branch, camera, day: history.day }, { footage: periodIn(history) }),
  )
  if (choose([true, false]) === true)
    history.circulation.push(FootageStored({ footage }, { footage: { videoType: 'video/mp4', ...stored } }))
}

/** Somebody ofRequest to look at video, or for a copy. */
const requestVideo: HistoryStep = (history, choose) => {
  const viewing = addScope<ViewingId>(history, 'viewing')
  const open = { viewing, day: history.day }
  const [branch, footage] = [choose(historyBranches)!, nextId<FootageId>(history)]
  const ofRequest = {
    ...({ by: canaryText, role: 'dutyOfficer', at: instantOfTime(history.day)('12:00') } as const),
    ...{ requestedBy: canaryText, reason: canaryText },
  }
  const ofFootage = { footage, branch, camera, ...periodIn(history), caseNumber: canaryText }
  const events: ReadonlyArray<ViewingEvent> = [
    LiveVideoViewed(open, { viewing: { ...ofRequest, branch, camera } }),
    FootageViewed(open, { viewing: { ...ofRequest, ...ofFootage } }),
    FootageDisclosed(open, { viewing: { ...ofRequest, ...ofFootage, ...stored, basis: canaryText } }),
    VideoRequestRefused(open, {
      viewing: {
        ...{ ...ofRequest, ...ofFootage, act: 'copy', because: 'noGroundFound' },
        ...{ basis: canaryText, whyRefused: canaryText },
      },
    }),
  ]
  history.circulation.push(choose(events)!)
}

export const videoSteps = [recordFootage, requestVideo]
