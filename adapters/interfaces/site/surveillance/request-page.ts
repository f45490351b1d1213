import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { RequestView } from '../../pages/surveillance/request-view'
import { surveillanceTexts, surveillanceTitles } from '../../pages/surveillance/surveillance-texts'
import { readersOfVideoRequestsOnPages } from '../../http/access/caller-roles-of-routes'
import type { HttpFailure } from '../../http/problems/http-failure'
import { isOpenForCaller } from '../../http/resources/video/is-open-for-caller'
import { readRecordingRoute, readVideoRequestRoute } from '../../http/resources/video/read-video-routes'
import type { BranchId, CameraId } from '../../../../domain/values/ids'
import type { ShownLivePicture, ShownVideoRequest } from '../../pages/surveillance/shown-surveillance'
import { defineSitePage } from '../page/define-site-page'
import type { PageRequest } from '../page/site-page'

/** The day on which the recording goes; undefined when it is gone, or the reader may not see the register. */
const recordingErasedOn = ({ run }: PageRequest, footage: string | null) =>
  footage === null
    ? TE.right(undefined)
    : pipe(
        run(readRecordingRoute, { params: { footage } }),
        TE.map(({ body }) => body.erasedOn),
        TE.altW((): TE.TaskEither<HttpFailure, undefined> => TE.right(undefined)),
      )

/** Whether the library shows the picture of the camera that was asked for. */
const livePictureOf = (
  { library }: PageRequest,
  { branch, camera }: Pick<ShownVideoRequest, 'branch' | 'camera'>,
): ShownLivePicture => {
  const { livePictures } = library.useCaseDependencies
  const of = { branch: branch as BranchId, camera: camera as CameraId }
  if (livePictures === undefined || !livePictures.hasAddress(of)) return 'noAddress'
  return livePictures.isStandIn ? 'standIn' : 'camera'
}

/** One request: what was granted, and the receipt of the police. */
export const requestPage = defineSitePage({
  path: '/vagt/anmodninger/:viewing',
  title: surveillanceTitles.request,
  roles: readersOfVideoRequestsOnPages,
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
            live: livePictureOf(request, body),
            isOpen: isOpenForCaller(body, caller, library.useCaseDependencies.commandHandling.clock.now()),
          })),
        ),
      ),
    )
  },
  view: RequestView,
  doneTexts: { granted: surveillanceTexts.requestGranted },
})
