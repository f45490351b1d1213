import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { openViewingMs } from '../../../../domain/policy/video-policy'
import { subtractMilliseconds, type Instant } from '../../../../domain/values/instant'
import { RequestView } from '../../pages/surveillance/request-view'
import type { ShownVideoRequest } from '../../pages/surveillance/shown-surveillance'
import { surveillanceTexts, surveillanceTitles } from '../../pages/surveillance/surveillance-texts'
import type { HttpFailure } from '../../http/problems/http-failure'
import type { HttpCaller } from '../../http/tokens/caller'
import { readRecordingRoute, readVideoRequestRoute } from '../../http/resources/video/read-video-routes'
import { defineSitePage } from '../page/define-site-page'
import type { PageRequest } from '../page/site-page'
import { readersOfRequests } from './readers-of-requests'

/** Whether somebody asked for this themselves, and can still watch or fetch it. */
const isOpenFor = ({ refusedBecause, by, role, at }: ShownVideoRequest, caller: HttpCaller, now: Instant): boolean =>
  refusedBecause === null &&
  caller.role === role &&
  caller.subject === by &&
  at > subtractMilliseconds(openViewingMs)(now)

/** The day on which the recording goes; undefined when it is gone, or the reader may not see the register. */
const recordingErasedOn = ({ run }: PageRequest, footage: string | null) =>
  footage === null
    ? TE.right(undefined)
    : pipe(
        run(readRecordingRoute, { params: { footage } }),
        TE.map(({ body }) => body.erasedOn),
        TE.altW((): TE.TaskEither<HttpFailure, undefined> => TE.right(undefined)),
      )

/** One request: what was granted, and the receipt of the police. */
export const requestPage = defineSitePage({
  path: '/vagt/anmodninger/:viewing',
  title: surveillanceTitles.request,
  roles: readersOfRequests,
  read: (request) => {
    const { run, params, caller, library } = request
    return pipe(
      run(readVideoRequestRoute, { params }),
      TE.chain(({ body }) =>
        pipe(
          recordingErasedOn(request, body.footage),
          TE.map((erasedOn) => ({
            request: body,
            recordingErasedOn: erasedOn,
            isOpen: isOpenFor(body, caller, library.useCaseDependencies.commandHandling.clock.now()),
          })),
        ),
      ),
    )
  },
  view: RequestView,
  doneTexts: { granted: surveillanceTexts.requestGranted },
})
