import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import type { LibraryId } from '../../../../retention/keys/kek-ring'
import type { Unavailable } from '../../../../domain/ports/keys'
import type { CheckpointBusy, Exists, KeyStore } from '../../../../retention/keys/key-store'
import type { BulkOrder } from '../../sqlite/bulk-order'
import { bulkTransaction } from '../../sqlite/bulk-transaction'
import { storeUnavailable } from '../../sqlite/failure'
import type { Db } from '../../sqlite/open'
import { inTheirTerms, insertAll, truncate } from './key-store'
import { statements } from './statements'

/**
 * The key store in an open file that is written in bulk: new keys become durable with the events that name them, and
 * before them. Keys are destroyed only when all that was answered before is durable, and durably.
 */
export const bulkKeyStore =
  (order: BulkOrder) =>
  (db: Db, library: LibraryId): KeyStore => {
    const on = statements(db)
    const { submit, ...transaction } = bulkTransaction({ done: () => undefined, undone: on.undone })(db)
    order.keysAre(transaction)
    const read = <A>(work: () => A): TE.TaskEither<Unavailable, A> =>
      TE.fromIOEither(() => E.mapLeft(inTheirTerms<never>)(E.tryCatch(work, storeUnavailable)))
    const afterFlush =
      <F, A>(work: () => Promise<E.Either<F, A>>) =>
      async (): Promise<E.Either<F | StoreUnavailable, A>> => {
        const flushed = order.flush()
        return E.isLeft(flushed) ? flushed : work()
      }
    /** Destroys by one durable transaction. */
    const destroyEach =
      <A>(act: (member: A) => unknown) =>
      (members: ReadonlyArray<A>): TE.TaskEither<Unavailable, void> =>
        TE.mapLeft(inTheirTerms<StoreUnavailable>)(
          afterFlush(async () => {
            const done = await submit((): E.Either<never, void> => {
              for (const member of members) act(member)
              return E.right(undefined)
            })
            return E.isLeft(done) ? done : transaction.commit()
          }),
        )
    const emptyWriteAheadLog: KeyStore['checkpointTruncate'] = TE.mapLeft(inTheirTerms<CheckpointBusy>)(
      afterFlush(() =>
        Promise.resolve(E.flattenW(E.tryCatch((): E.Either<CheckpointBusy, void> => truncate(db), storeUnavailable))),
      ),
    )
    return {
      library,
      insert: (rows) => TE.mapLeft(inTheirTerms<Exists>)(() => submit(insertAll(on, rows))),
      read: (scopes) => read(() => scopes.flatMap(on.find)),
      fence: (parts, certificate) => destroyEach((part: (typeof parts)[number]) => on.fence(part, certificate))(parts),
      checkpointTruncate: emptyWriteAheadLog,
      page: (after, limit) => read(() => on.page(after, limit)),
      replace: destroyEach(on.replace),
      remove: destroyEach(on.remove),
      count: read(on.count),
      close: () => {
        order.flush()
        db.close()
        return Promise.resolve()
      },
    }
  }
