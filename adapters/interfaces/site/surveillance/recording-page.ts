import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { commandRefused } from '../../../../domain/command-handling/command-error'
import { ViewerRole } from '../../../../domain/viewing/viewing-fields'
import { RecordingView } from '../../pages/surveillance/recording-view'
import type { ViewerInRole } from '../../pages/surveillance/shown-surveillance'
import { surveillanceTitles } from '../../pages/surveillance/surveillance-texts'
import { videoViewers } from '../../http/access/caller-roles-of-routes'
import type { HttpFailure } from '../../http/problems/http-failure'
import { httpRequestFailure } from '../../http/problems/http-request-failure'
import { readRecordingRoute } from '../../http/resources/video/read-video-routes'
import { viewFootageRoute } from '../../http/resources/video/video-request-routes'
import { defineSitePage } from '../page/define-site-page'
import type { FormRequest, PageRequest } from '../page/site-page'
import { checkRequestOfPolice, handOutCopy, refuseCopy, sendRequestOfOthers } from './decide-on-disclosure'
import { toRequestPage } from './to-request-page'
import { withBranchName } from './with-branch-name'

const viewerOf = ({ caller }: PageRequest): TE.TaskEither<HttpFailure, ViewerInRole> =>
  caller.role !== 'anyone' && ViewerRole.is(caller.role)
    ? TE.right({ by: caller.subject, role: caller.role })
    : TE.left(httpRequestFailure('RoleIsMissing'))

const readRecording = (request: PageRequest) =>
  pipe(
    TE.Do,
    TE.bind('viewer', () => viewerOf(request)),
    TE.bind('answer', () => request.run(readRecordingRoute, { params: request.params })),
    TE.map(({ viewer, answer: { body } }) => ({
      ...{ viewer, recording: withBranchName(request)(body), maySee: viewer.role === 'videoInvestigator' },
    })),
  )

/** Shows what the police are to get. Of a recording whose content has not come there is nothing to decide. */
const reviewRequestOfPolice = (request: FormRequest) =>
  pipe(
    checkRequestOfPolice(request.fields),
    TE.map((written) => ({ written, decisionKey: `${request.idempotencyKey}.decision` })),
    TE.bindTo('inReview'),
    TE.bind('shown', () => readRecording(request)),
    TE.filterOrElse(
      ({ shown }) => shown.recording.isStored,
      (): HttpFailure => commandRefused({ _tag: 'FootageIsNotStored' }),
    ),
    TE.map(({ inReview, shown }) => ({ content: { ...shown, inReview } })),
  )

/** A recording, which approved staff open, and of which the police get a copy once whoever decides has seen what it is. */
export const recordingPage = defineSitePage({
  path: '/vagt/optagelser/:footage',
  title: surveillanceTitles.recording,
  roles: videoViewers,
  needsFreshLogIn: true,
  read: readRecording,
  view: RecordingView,
  forms: {
    view: ({ run, params, fields, idempotencyKey }) =>
      pipe(run(viewFootageRoute, { params, body: fields, idempotencyKey }), TE.map(toRequestPage)),
    disclose: (request) =>
      request.fields['recipient'] === 'police' ? reviewRequestOfPolice(request) : sendRequestOfOthers(request),
    handOut: handOutCopy,
    refuse: refuseCopy,
    correct: (request) =>
      pipe(
        readRecording(request),
        TE.map((shown) => ({ content: { ...shown, written: request.fields } })),
      ),
  },
})
