import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { openViewingUntil } from '../../../../domain/policy/video-policy'
import type { BranchId, CameraId } from '../../../../domain/values/ids'
import { RequestView } from '../../pages/surveillance/request-view'
import { disclosureTexts } from '../../pages/surveillance/disclosure-texts'
import { surveillanceTexts, surveillanceTitles } from '../../pages/surveillance/surveillance-texts'
import { readersOfVideoRequestsOnPages } from '../../http/access/caller-roles-of-routes'
import type { HttpFailure } from '../../http/problems/http-failure'
import { httpRequestFailure } from '../../http/problems/http-request-failure'
import { isOpenForCaller } from '../../http/resources/video/is-open-for-caller'
import { readVideoRequestRoute } from '../../http/resources/video/read-video-routes'
import type { ShownLivePicture } from '../../pages/surveillance/shown-surveillance'
import { contactsInForce } from '../page/contacts-in-force'
import { defineSitePage } from '../page/define-site-page'
import type { PageRequest } from '../page/site-page'
import { pathToAskAgain } from './path-to-ask-again'
import { readRecordingErasure } from './read-recording-erasure'
import { withBranchName } from './with-branch-name'

interface CameraOfRequest {
  readonly branch: string | null
  readonly camera: string | null
}

/** Whether the library shows the picture of the camera that was asked for. */
const livePictureOf = ({ library }: PageRequest, { branch, camera }: CameraOfRequest): ShownLivePicture => {
  const { livePictures } = library.useCaseDependencies
  const of = { branch: branch as BranchId, camera: camera as CameraId }
  if (livePictures === undefined || !livePictures.hasAddress(of)) return 'noAddress'
  return livePictures.isStandIn ? 'standIn' : 'camera'
}

/** An id that no request can have is that of none. */
const asUnknownRequest = (failure: HttpFailure): HttpFailure =>
  failure._tag === 'RequestIsInvalid' ? httpRequestFailure('ViewingIsUnknown') : failure

/** One request: what was granted, and the receipt of the police. */
export const requestPage = defineSitePage({
  path: '/vagt/anmodninger/:viewing',
  title: surveillanceTitles.request,
  roles: readersOfVideoRequestsOnPages,
  read: (request) => {
    const { run, params, caller, library } = request
    return pipe(
      run(readVideoRequestRoute, { params }),
      TE.mapLeft(asUnknownRequest),
      TE.bindTo('answer'),
      TE.bind('erasure', ({ answer: { body } }) => readRecordingErasure(request, body.footage)),
      TE.map(({ answer: { body }, erasure }) => {
        const now = library.useCaseDependencies.commandHandling.clock.now()
        const openUntil = body.refusedBecause === null ? openViewingUntil(body.at) : undefined
        const isOver = openUntil !== undefined && now >= openUntil
        return {
          ...{ request: withBranchName(request)(body), recordingErasure: erasure, openUntil, isOver },
          askAgainAt: isOver ? pathToAskAgain(body, erasure, caller) : undefined,
          live: livePictureOf(request, body),
          isOpen: isOpenForCaller(body, caller, now),
          library: contactsInForce(library).controller,
        }
      }),
    )
  },
  view: RequestView,
  doneTexts: { granted: surveillanceTexts.requestGranted, refused: disclosureTexts.requestRefused },
})
