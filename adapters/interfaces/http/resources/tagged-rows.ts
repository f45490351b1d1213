import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { AnyEvent } from '../../../../domain/event/define-event'
import type { Aggregate } from '../../../../domain/command-handling/aggregate'
import type { Rows } from '../../../../projections/kernel/rows'
import type { System } from '../../../processes/running/system'
import { etagNow } from '../edge/etag'
import type { Failure } from '../problems/failure'
import { rowsNow } from './ready'

/** Rows, with the ETag of the stream they come from. */
export interface TaggedRows {
  readonly etag: string
  readonly rows: Rows
}

/** The stream is looked at first and the rows then, so that an ETag is never newer than what it stands for. */
export const taggedRows =
  (system: System) =>
  <C, S, Ev extends AnyEvent, R>(aggregate: Aggregate<C, S, Ev, R>, id: string): TE.TaskEither<Failure, TaggedRows> =>
    pipe(
      etagNow(system.library)(aggregate, id),
      TE.mapLeft((failure): Failure => failure),
      TE.bindTo('etag'),
      TE.bind('rows', () => rowsNow(system)),
    )
