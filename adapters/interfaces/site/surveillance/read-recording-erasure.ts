import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { HttpFailure } from '../../http/problems/http-failure'
import { readRecordingRoute } from '../../http/resources/video/read-video-routes'
import type { ShownErasure } from '../../pages/surveillance/shown-surveillance'
import type { PageRequest } from '../page/site-page'

const isErased = (failure: HttpFailure): boolean =>
  failure._tag === 'Refused' && failure.refusal._tag === 'FootageIsUnknown'

/** When a recording is erased, as the reader may know it; undefined when the request is about none. */
export const readRecordingErasure = (
  { run }: Pick<PageRequest, 'run'>,
  footage: string | null,
): TE.TaskEither<HttpFailure, ShownErasure | undefined> =>
  footage === null
    ? TE.right(undefined)
    : pipe(
        run(readRecordingRoute, { params: { footage } }),
        TE.map(({ body }): ShownErasure => body.erasedOn),
        TE.orElse((failure) => {
          if (failure._tag === 'RoleIsMissing') return TE.right<HttpFailure, ShownErasure>('isWithheld')
          return isErased(failure) ? TE.right<HttpFailure, ShownErasure>('isErased') : TE.left(failure)
        }),
      )
