import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { BulkCommits } from '../../stores/sqlite/bulk/bulk-commits'
import type { DerivedStores } from './library-stores'

/** Commits derived stores only after the logs, which are written in bulk: so they are never ahead of the logs. */
export const commitAfterLogs =
  ({ commitAll }: BulkCommits) =>
  ({ readModels, schedule }: DerivedStores): DerivedStores => {
    const afterLogs = (work: () => E.Either<StoreUnavailable, void>): E.Either<StoreUnavailable, void> =>
      pipe(commitAll(), E.chain(work))
    const closeAfterLogs =
      ({ close, closeWithoutCommit }: Pick<DerivedStores['schedule'], 'close' | 'closeWithoutCommit'>) =>
      (): void =>
        E.isRight(commitAll()) ? close() : closeWithoutCommit()
    return {
      readModels: {
        ...readModels,
        commit: () => afterLogs(readModels.commit),
        purge: (scopes) => afterLogs(() => readModels.purge(scopes)),
        purgeInBackground: (scopes) => async () => {
          const committed = commitAll()
          return E.isLeft(committed) ? committed : readModels.purgeInBackground(scopes)()
        },
        reset: (name) => afterLogs(() => readModels.reset(name)),
        close: closeAfterLogs(readModels),
      },
      schedule: {
        ...schedule,
        commit: () => {
          if (E.isRight(commitAll())) schedule.commit()
        },
        close: closeAfterLogs(schedule),
      },
    }
  }
