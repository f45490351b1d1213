import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { changeQueue, type QueueChange } from '../../../../../domain/use-cases/title'
import { titleAggregate } from '../../../../../domain/title/aggregate'
import { etagOf, onlyAt } from '../../edge/etag'
import { underCondition } from '../../edge/precondition'
import type { Failure } from '../../problems/failure'
import type { Answered, Call } from '../../route/call'
import type { Place } from './find-reservation'

/** Changes a queue, if it is where the caller read it (when the caller says so). */
export const changeWith =
  ({ system: { library }, params, ifMatch, origin }: Call<Place, unknown, unknown>) =>
  (change: QueueChange): TE.TaskEither<Failure, Answered<Place>> =>
    pipe(
      changeQueue(onlyAt(library, titleAggregate(library.policy), params.title)(ifMatch))(params.title, {
        at: library.desk.clock.now(),
        origin,
      })(change),
      TE.mapLeft((failure): Failure => failure),
      underCondition(ifMatch),
      TE.map(({ revision }) => ({ body: params, etag: etagOf(revision) })),
    )
