import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { cameraHasNoAddress, type CameraOfBranch, type LivePicture } from '../../../../../domain/ports/live-pictures'
import type { Instant } from '../../../../../domain/values/instant'
import { videoRequestById } from '../../../../../projections/video/video-queries'
import type { VideoRequestRow } from '../../../../../projections/video/video-tables'
import type { HttpFailure } from '../../problems/http-failure'
import { httpRequestFailure } from '../../problems/http-request-failure'
import { defineReadRoute } from '../../route/define-route'
import type { Route } from '../../route/route'
import { SentPictureAnswer } from '../../route/sent-picture'
import type { HttpCaller } from '../../tokens/caller'
import { isOpenForCaller } from './is-open-for-caller'
import { ViewingPathParameters } from './video-codecs'

/** The camera at which a request lets its caller look, as long as the request is open. */
const findCamera = (
  row: VideoRequestRow | undefined,
  caller: HttpCaller,
  now: Instant,
): TE.TaskEither<HttpFailure, CameraOfBranch> => {
  if (row === undefined) return TE.left(httpRequestFailure('ViewingIsUnknown'))
  const { act, branch, camera } = row
  return act === 'liveVideo' && branch !== null && camera !== null && isOpenForCaller(row, caller, now)
    ? TE.right({ branch, camera })
    : TE.left(httpRequestFailure('ViewingIsNotOpen'))
}

export const readLivePictureRoute: Route<LivePicture> = {
  ...defineReadRoute({
    path: '/video/requests/:viewing/picture',
    name: 'readLivePicture',
    summary:
      'Look at the picture of this moment of a camera: the duty officer who asked alone, for 30 minutes after the request. It is not stored; ask again for the next one',
    tag: 'Video surveillance',
    roles: ['dutyOfficer'],
    params: ViewingPathParameters,
    answer: SentPictureAnswer,
    extraStatuses: [409],
    handle: ({ params: { viewing }, caller, library: { rows, useCaseDependencies } }) => {
      const { livePictures, commandHandling } = useCaseDependencies
      return pipe(
        findCamera(videoRequestById(viewing)(rows), caller, commandHandling.clock.now()),
        TE.chain((camera) =>
          livePictures === undefined ? TE.left<HttpFailure>(cameraHasNoAddress) : livePictures.take(camera),
        ),
        TE.map((body) => ({ body })),
      )
    },
  }),
  format: 'picture',
}
