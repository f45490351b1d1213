import * as TE from 'fp-ts/TaskEither'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import { Day } from '../../../../../domain/values/day'
import { BranchId, CameraId } from '../../../../../domain/values/ids'
import {
  recordingById,
  recordingsWith,
  videoRequestById,
  videoRequests,
  videoRequestsOn,
} from '../../../../../projections/video/video-queries'
import { surveillanceCoverage } from '../../../../../projections/video/surveillance-coverage'
import type { RecordingRow, VideoRequestRow } from '../../../../../projections/video/video-tables'
import { readersOfVideoRequests, videoViewersAndAuditors } from '../../access/caller-roles-of-routes'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { httpRequestFailure } from '../../problems/http-request-failure'
import { defineReadRoute } from '../../route/define-route'
import { pageOfListSortedBackwards, pageOfSortedList, PageQuery } from '../../route/paging'
import { answerWithBody } from '../../route/route-handler'
import { toRecordingAnswer, toVideoRequestAnswer } from './video-answers'
import {
  FootagePathParameters,
  RecordingAnswer,
  RecordingsAnswer,
  SurveillanceCoverageAnswer,
  VideoRequestAnswer,
  VideoRequestsAnswer,
  ViewingPathParameters,
} from './video-codecs'

const pageOfRecordings = pageOfListSortedBackwards(
  ({ day, from, footage }: RecordingRow) => `${day} ${from} ${footage}`,
)
const pageOfRequests = pageOfSortedList(({ day, at, viewing }: VideoRequestRow) => `${day} ${at} ${viewing}`)

export const listRecordingsRoute = defineReadRoute({
  path: '/video/recordings',
  name: 'listRecordings',
  summary:
    'List the recordings of video surveillance, the newest first, each with the day on which it is erased: all, or those of a branch, a camera or a day',
  tag: 'Video surveillance',
  roles: videoViewersAndAuditors,
  query: objectCodec('RecordingsQuery', {}, { ...PageQuery.optional, branch: BranchId, camera: CameraId, day: Day }),
  answer: RecordingsAnswer,
  handle: ({ query: { branch, camera, day, ...page }, library: { rows } }) => {
    const where = {
      ...(branch === undefined ? {} : { branch }),
      ...(camera === undefined ? {} : { camera }),
      ...(day === undefined ? {} : { day }),
    }
    const { entries, next } = pageOfRecordings(page)(recordingsWith(where)(rows))
    return TE.right(answerWithBody({ recordings: entries.map(toRecordingAnswer(rows)), next }))
  },
})

export const readRecordingRoute = defineReadRoute({
  path: '/video/recordings/:footage',
  name: 'readRecording',
  summary: 'Read the entry of a recording in the register, with the day on which it is erased',
  tag: 'Video surveillance',
  roles: videoViewersAndAuditors,
  params: FootagePathParameters,
  answer: RecordingAnswer,
  handle: ({ params, library: { rows } }) => {
    const row = recordingById(params.footage)(rows)
    return row === undefined
      ? TE.left<HttpFailure>(commandRefused({ _tag: 'FootageIsUnknown' }))
      : TE.right(answerWithBody(toRecordingAnswer(rows)(row)))
  },
})

export const readSurveillanceCoverageRoute = defineReadRoute({
  path: '/video/coverage',
  name: 'readSurveillanceCoverage',
  summary:
    'Compare the recordings that are not erased with the opening hours: gaps of cameras that the policy names, and recordings outside opening hours, the newest day first',
  tag: 'Video surveillance',
  roles: videoViewersAndAuditors,
  answer: SurveillanceCoverageAnswer,
  handle: ({ library: { rows, useCaseDependencies } }) => {
    const { policy, commandHandling } = useCaseDependencies
    return TE.right(answerWithBody(surveillanceCoverage(policy, commandHandling.clock.now())(rows)))
  },
})

export const listVideoRequestsRoute = defineReadRoute({
  path: '/video/requests',
  name: 'listVideoRequests',
  summary:
    'List the requests to look at video and for copies, granted and refused, the earliest first: by whom, of what and why',
  tag: 'Video surveillance',
  roles: readersOfVideoRequests,
  query: PageQuery,
  answer: VideoRequestsAnswer,
  handle: ({ query, library: { rows } }) => {
    const { entries, next } = pageOfRequests(query)(videoRequests(rows))
    return TE.right(answerWithBody({ requests: entries.map(toVideoRequestAnswer), next }))
  },
})

export const readVideoRequestRoute = defineReadRoute({
  path: '/video/requests/:viewing',
  name: 'readVideoRequest',
  summary: 'Read a request to look at video or for a copy; that of a copy is the receipt of the police',
  tag: 'Video surveillance',
  roles: readersOfVideoRequests,
  params: ViewingPathParameters,
  answer: VideoRequestAnswer,
  handle: ({ params, library: { rows } }) => {
    const row = videoRequestById(params.viewing)(rows)
    return row === undefined
      ? TE.left<HttpFailure>(httpRequestFailure('ViewingIsUnknown'))
      : TE.right(answerWithBody(toVideoRequestAnswer(row)))
  },
})

export const readDayReportRoute = defineReadRoute({
  path: '/video/day-reports/:day',
  name: 'readDayReport',
  summary: 'Read the day report: the requests of a day to look at video and for copies, the earliest first',
  tag: 'Video surveillance',
  roles: readersOfVideoRequests,
  params: objectCodec('DayReportPath', { day: Day }),
  answer: objectCodec('DayReport', { day: Day, requests: listCodec(VideoRequestAnswer) }),
  handle: ({ params: { day }, library: { rows } }) =>
    TE.right(answerWithBody({ day, requests: videoRequestsOn(day)(rows).map(toVideoRequestAnswer) })),
})
