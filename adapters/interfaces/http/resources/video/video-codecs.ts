import * as t from 'io-ts'
import { VideoType } from '../../../../../domain/footage/video-type'
import { Day } from '../../../../../domain/values/day'
import { BranchId, CameraId, FootageId, ViewingId } from '../../../../../domain/values/ids'
import { Instant } from '../../../../../domain/values/instant'
import { VideoRefusalReason } from '../../../../../domain/viewing/events/video-request-refused'
import { VideoAct, ViewerRole } from '../../../../../domain/viewing/viewing-fields'
import { freeTextCodec } from '../../codecs/free-text-codec'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { CountCodec } from '../../codecs/whole-number-codec'
import { nextPageMember } from '../../route/paging'

const footageValue = personalValueCodec('footage')
const viewingValue = personalValueCodec('viewing')

export const FootagePathParameters = objectCodec('FootagePath', { footage: FootageId })
export const ViewingPathParameters = objectCodec('ViewingPath', { viewing: ViewingId })

/** Who has asked, and why, in the words of whoever acts at the library. */
export const requestMembers = { requestedBy: freeTextCodec(200), reason: freeTextCodec(500) }
export const CaseNumber = freeTextCodec(100)

export const RecordingAnswer = objectCodec('Recording', {
  footage: FootageId,
  branch: BranchId,
  camera: CameraId,
  day: Day,
  from: footageValue(Instant),
  until: footageValue(Instant),
  videoType: footageValue(nullableCodec(VideoType)),
  size: footageValue(nullableCodec(CountCodec)),
  digest: footageValue(nullableCodec(t.string)),
  isStored: t.boolean,
  erasedOn: Day,
})

export const RecordingsAnswer = objectCodec('Recordings', { recordings: listCodec(RecordingAnswer), ...nextPageMember })

export const VideoRequestAnswer = objectCodec('VideoRequest', {
  viewing: ViewingId,
  day: Day,
  act: viewingValue(VideoAct),
  refusedBecause: viewingValue(nullableCodec(VideoRefusalReason)),
  whyRefused: viewingValue(nullableCodec(t.string)),
  by: viewingValue(t.string),
  role: viewingValue(ViewerRole),
  at: viewingValue(Instant),
  requestedBy: viewingValue(t.string),
  reason: viewingValue(t.string),
  branch: viewingValue(nullableCodec(BranchId)),
  camera: viewingValue(nullableCodec(CameraId)),
  footage: viewingValue(nullableCodec(FootageId)),
  from: viewingValue(nullableCodec(Instant)),
  until: viewingValue(nullableCodec(Instant)),
  caseNumber: viewingValue(nullableCodec(t.string)),
  basis: viewingValue(nullableCodec(t.string)),
  size: viewingValue(nullableCodec(CountCodec)),
  digest: viewingValue(nullableCodec(t.string)),
  erasedOn: Day,
})

export const VideoRequestsAnswer = objectCodec('VideoRequests', {
  requests: listCodec(VideoRequestAnswer),
  ...nextPageMember,
})

/** A request that was granted, and until when what it names can be watched or fetched. */
export const GrantedVideoRequest = objectCodec('GrantedVideoRequest', { viewing: ViewingId, openUntil: Instant })

/** A request of the police that was decided on, and until when the copy can be fetched: null when it was refused. */
export const DecidedFootageDisclosure = objectCodec('DecidedFootageDisclosure', {
  viewing: ViewingId,
  openUntil: nullableCodec(Instant),
})

const gapMembers = {
  branch: BranchId,
  camera: CameraId,
  day: Day,
  from: footageValue(Instant),
  until: footageValue(Instant),
}

export const SurveillanceCoverageAnswer = objectCodec('SurveillanceCoverage', {
  gaps: listCodec(objectCodec('SurveillanceGap', gapMembers)),
  outside: listCodec(objectCodec('RecordingOutsideOpeningHours', { ...gapMembers, footage: FootageId, erasedOn: Day })),
})
