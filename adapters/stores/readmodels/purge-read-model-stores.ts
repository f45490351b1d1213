import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { ScopeToPurge } from '../../../projections/read-model/row-changes-to-purge-scopes'
import type { ReadModelStore } from '../../../projections/read-model/read-model-store'

/** Purges scopes from several stores, one after the other, without holding the main thread up. */
export const purgeReadModelStores = (
  stores: ReadonlyArray<ReadModelStore>,
  scopes: ReadonlyArray<ScopeToPurge>,
): TE.TaskEither<StoreUnavailable, void> =>
  pipe(
    stores,
    TE.traverseSeqArray((store) => store.purgeInBackground(scopes)),
    TE.map(() => undefined),
  )
