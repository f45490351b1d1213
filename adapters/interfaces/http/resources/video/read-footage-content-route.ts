import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { commandRefused } from '../../../../../domain/command-handling/command-error'
import type { VideoType } from '../../../../../domain/footage/video-type'
import { loadStoredFootage } from '../../../../../domain/use-cases/load-stored-footage'
import type { FootageId } from '../../../../../domain/values/ids'
import type { Instant } from '../../../../../domain/values/instant'
import { videoRequestById } from '../../../../../projections/video/video-queries'
import type { VideoRequestRow } from '../../../../../projections/video/video-tables'
import { videoViewers } from '../../access/caller-roles-of-routes'
import type { HttpFailure } from '../../problems/http-failure'
import { httpRequestFailure } from '../../problems/http-request-failure'
import { defineVideoRoute } from '../../route/define-video-route'
import type { HttpCaller } from '../../tokens/caller'
import { isOpenForCaller } from './is-open-for-caller'
import { ViewingPathParameters } from './video-codecs'

/** It says nothing of the recording. */
const fileNameOf = (videoType: VideoType): string =>
  `recording.${videoType === 'video/mp2t' ? 'ts' : videoType.slice(6)}`

/** The recording that a request opened, for whoever asked, as long as the request is open. */
const findOpened = (
  row: VideoRequestRow | undefined,
  caller: HttpCaller,
  now: Instant,
): TE.TaskEither<HttpFailure, FootageId> => {
  if (row === undefined) return TE.left(httpRequestFailure('ViewingIsUnknown'))
  return row.footage !== null && isOpenForCaller(row, caller, now)
    ? TE.right(row.footage)
    : TE.left(httpRequestFailure('ViewingIsNotOpen'))
}

/** A recording that is erased meanwhile answers as an erased one. */
const toFailure = (error: HttpFailure | { readonly _tag: 'Erased' }): HttpFailure =>
  error._tag === 'Erased' ? commandRefused({ _tag: 'FootageIsErased' }) : error

export const readFootageContentRoute = defineVideoRoute({
  path: '/video/requests/:viewing/content',
  name: 'readFootageContent',
  summary:
    'Watch the recording that a request opened, or fetch the copy for the police: whoever asked alone, for 30 minutes after the request',
  tag: 'Video surveillance',
  roles: videoViewers,
  params: ViewingPathParameters,
  extraStatuses: [409, 410],
  handle: ({ params: { viewing }, caller, library: { rows, useCaseDependencies } }) => {
    const { footageContent, commandHandling } = useCaseDependencies
    return pipe(
      findOpened(videoRequestById(viewing)(rows), caller, commandHandling.clock.now()),
      TE.chainW(loadStoredFootage(useCaseDependencies)),
      TE.chainW(({ footage, videoType, size }) =>
        pipe(
          footageContent.read(footage),
          TE.map((bytes) => ({ body: { videoType, size, bytes }, fileName: fileNameOf(videoType) })),
        ),
      ),
      TE.mapLeft(toFailure),
    )
  },
})
