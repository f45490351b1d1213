import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ReplayPoint } from '../../../../../domain/replay/replay-point'
import { streamOfSubject } from '../../../../../domain/replay/replay-subject'
import type {
  ClassesOpened,
  ReplayOfStream,
  ReplayRequest,
} from '../../../../processes/running-library/replay-operations'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import { httpRequestFailure } from '../../problems/http-request-failure'
import type { HttpFailure } from '../../problems/http-failure'
import { replayPointOfQuery, type ReplayPointQuery } from './replay-point-of-query'

/** What is replayed, and for whom. */
interface ReplayedRecord extends Pick<ReplayRequest, 'subject' | 'id' | 'title'> {
  readonly opened: ClassesOpened
}

/** Replays a record up to a point. Fails with `ReplayFindsNothing` when it has no event until then. */
export const replayUpTo =
  ({ replays }: Pick<RunningLibrary, 'replays'>, record: ReplayedRecord) =>
  (at: ReplayPoint): TE.TaskEither<HttpFailure, ReplayOfStream> =>
    pipe(
      TE.fromTask<ReplayOfStream | undefined, HttpFailure>(() => replays.replay({ ...record, at })),
      TE.chain((found) => (found === undefined ? TE.left(httpRequestFailure('ReplayFindsNothing')) : TE.right(found))),
    )

/** Replays a record up to the point that a query names. */
export const replayUpToQuery =
  (library: Pick<RunningLibrary, 'replays' | 'logHeads'>, record: ReplayedRecord) =>
  (query: ReplayPointQuery): TE.TaskEither<HttpFailure, ReplayOfStream> => {
    const { log } = streamOfSubject[record.subject]
    return pipe(
      TE.fromTask<Awaited<ReturnType<RunningLibrary['logHeads']>>, HttpFailure>(() => library.logHeads()),
      TE.chainEitherK((heads) => replayPointOfQuery(log, heads[log])(query)),
      TE.chain(replayUpTo(library, record)),
    )
  }

/** What an answer says of what was replayed. */
export const replayedMembers = ({ subject, id }: ReplayedRecord, { log, stream, damagedEvents }: ReplayOfStream) => ({
  subject,
  id,
  log,
  stream,
  damagedEvents,
})
