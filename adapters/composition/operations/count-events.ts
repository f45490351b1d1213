import { identity, pipe } from 'fp-ts/function'
import * as T from 'fp-ts/Task'
import type { Task } from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import type { EventStore } from '../../../domain/ports/event-store'

/** The number of events of a log, for reports of progress; 0 when the log cannot be read. See `countAfter` for its limit. */
export const countEvents = (log: Pick<EventStore, 'countAfter'>): Task<number> =>
  pipe(
    TE.tryCatch(log.countAfter(undefined), identity),
    TE.getOrElse(() => T.of(0)),
  )
