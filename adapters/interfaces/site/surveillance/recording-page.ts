import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { RecordingView } from '../../pages/surveillance/recording-view'
import { surveillanceTitles } from '../../pages/surveillance/surveillance-texts'
import { videoViewers } from '../../http/access/caller-roles-of-routes'
import { readRecordingRoute } from '../../http/resources/video/read-video-routes'
import { discloseFootageRoute, viewFootageRoute } from '../../http/resources/video/video-request-routes'
import { defineSitePage } from '../page/define-site-page'
import { filledFields } from '../page/filled-fields'
import { toRequestPage } from './to-request-page'
import { withBranchName } from './with-branch-name'

/** A recording, which approved staff open and of which the police get a copy. */
export const recordingPage = defineSitePage({
  path: '/vagt/optagelser/:footage',
  title: surveillanceTitles.recording,
  roles: videoViewers,
  needsFreshLogIn: true,
  read: (request) =>
    pipe(
      request.run(readRecordingRoute, { params: request.params }),
      TE.map(({ body }) => ({
        recording: withBranchName(request)(body),
        maySee: request.caller.role === 'videoInvestigator',
      })),
    ),
  view: RecordingView,
  forms: {
    view: ({ run, params, fields, idempotencyKey }) =>
      pipe(run(viewFootageRoute, { params, body: fields, idempotencyKey }), TE.map(toRequestPage)),
    disclose: ({ run, params, fields, idempotencyKey }) =>
      pipe(
        run(discloseFootageRoute, { params, body: filledFields(fields, Object.keys(fields)), idempotencyKey }),
        TE.map(toRequestPage),
      ),
  },
})
