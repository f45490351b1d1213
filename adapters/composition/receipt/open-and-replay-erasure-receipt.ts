import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { EventTable } from '../../../domain/event/decode-event-parts'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import type { ErasureReceipt } from '../../stores/erasure-receipt/erasure-receipt'
import type { LibraryStores } from '../stores/library-stores'
import type { OpenStoresError } from '../stores/primary-stores'
import { openErasureReceipt } from './open-erasure-receipt'
import { replayErasureReceipt, type ErasureReceiptReplayDependencies } from './replay-erasure-receipt'

/** What the erasure receipt of a folder is opened with. */
interface ReceiptDependencies extends ErasureReceiptReplayDependencies {
  readonly stores: Pick<LibraryStores, 'logs' | 'ring' | 'schedule' | 'coordination' | 'areShared'>
  readonly eventTable: EventTable
  readonly alarm: (kind: string) => void
  /** A receipt that is lost is made anew. */
  readonly isLossAccepted?: boolean
}

/**
 * Opens the erasure receipt and replays it, before anything is opened, one process after the other. An import
 * in bulk has none.
 */
export const openAndReplayErasureReceipt = (
  layout: DataFolderLayout | undefined,
  dependencies: ReceiptDependencies,
): TE.TaskEither<OpenStoresError | EventReadError, ErasureReceipt | undefined> =>
  layout === undefined
    ? TE.right(undefined)
    : pipe(
        openErasureReceipt(layout, dependencies.eventTable, dependencies.stores, dependencies.isLossAccepted),
        TE.chainFirstW((receipt) =>
          pipe(
            // Another process may have replayed it meanwhile, and the schedule has to know.
            dependencies.catchUpSchedule,
            TE.chainW(() => replayErasureReceipt(dependencies, receipt)),
            dependencies.stores.coordination.namedLock('replay of the erasure receipt'),
            TE.map((returned) => {
              if (returned > 0) dependencies.alarm('ErasedBorrowersWereBack')
            }),
          ),
        ),
      )
