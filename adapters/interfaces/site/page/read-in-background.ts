import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { EventReadError } from '../../../../domain/command-handling/open-event'
import type { ReadAtMoment } from '../../../processes/running-library/audit-operations'
import type { BackgroundWork } from '../../../system/concurrency/background-work'
import type { HttpFailure } from '../../http/problems/http-failure'
import type { BackgroundContent } from '../../pages/background/background-content'

/** What a page shows of work in the background: how far it has come, or its outcome as the content of the page. */
export const readInBackground = <A, P>(
  work: BackgroundWork<EventReadError, ReadAtMoment<A>>,
  toContent: (read: A) => P,
): TE.TaskEither<HttpFailure, BackgroundContent<P>> =>
  pipe(
    TE.fromIO(work.state),
    TE.flatMap((state): TE.TaskEither<HttpFailure, BackgroundContent<P>> => {
      if (state._tag === 'UnderWay') return TE.right(state)
      return pipe(
        TE.fromEither(state.outcome),
        TE.map(({ read, at }) => ({ _tag: 'Read', content: toContent(read), at })),
      )
    }),
  )
