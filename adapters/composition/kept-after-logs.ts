import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { StoreUnavailable } from '../../domain/ports/event-store'
import type { BulkOrder } from '../stores/sqlite/bulk-order'
import type { Derived } from './stores'

/** What is folded from logs that are written in bulk is kept only when they are durable: it is never ahead of them. */
export const keptAfterLogs =
  ({ flush }: BulkOrder) =>
  ({ views, schedule }: Derived): Derived => {
    const afterFlush = (work: () => E.Either<StoreUnavailable, void>): E.Either<StoreUnavailable, void> =>
      pipe(flush(), E.chain(work))
    const closing =
      ({ close, closeWithoutCommit }: Pick<Derived['schedule'], 'close' | 'closeWithoutCommit'>) =>
      (): void =>
        E.isRight(flush()) ? close() : closeWithoutCommit()
    return {
      views: {
        ...views,
        commit: () => afterFlush(views.commit),
        purge: (scopes) => afterFlush(() => views.purge(scopes)),
        reset: (name) => afterFlush(() => views.reset(name)),
        close: closing(views),
      },
      schedule: {
        ...schedule,
        commit: () => {
          if (E.isRight(flush())) schedule.commit()
        },
        close: closing(schedule),
      },
    }
  }
