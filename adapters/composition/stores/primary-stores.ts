import type { TaskEither } from 'fp-ts/TaskEither'
import type { LogName } from '../../../domain/event/stream'
import type { ReactorCheckpoints } from '../../../domain/ports/reactor-checkpoints'
import type { EventStore, StoreUnavailable } from '../../../domain/ports/event-store'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { KekRing } from '../../../retention/keys/kek-ring'
import type { KeyStore } from '../../../retention/keys/key-store'
import type { ShortTermRows } from '../../../retention/short-term/short-term-rows'
import type { Coordination } from '../../processes/coordination/coordination'
import type { FencingToken } from '../../processes/leases/fencing-token'
import type { KeyStorePlace } from '../../stores/keystore/rewrapping/older-epoch-key-reader'
import type { LogPlaces } from '../../stores/eventstore/trees/log-place'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'

/**
 * The stores that cannot be rebuilt: the logs, the checkpoints of reactors, the keys and the ring that wraps them. And
 * the coordination between the processes that share these stores.
 */
export interface PrimaryStores {
  readonly logs: Readonly<Record<LogName, EventStore>>
  /** With a fencing token, writing succeeds only while its lease is held. A single process, or a reader, needs no token. */
  readonly checkpoints: (fencingToken?: FencingToken) => ReactorCheckpoints
  readonly ring: KekRing
  readonly keyStore: KeyStore
  /** Where another thread of this process can read the rows of the key store as well. */
  readonly keyPlace?: KeyStorePlace | undefined
  /** Where another thread of this process can read the logs as well. */
  readonly logPlaces?: LogPlaces | undefined
  readonly coordination: Coordination
  /** The rows of the short-term store, which the processes share as well. They are never backed up. */
  readonly shortTermRows: ShortTermRows
  /** Whether several processes may use these stores at the same time. */
  readonly areShared: boolean
  /** Problems that do not prevent opening. Each is reported once, by its kind. */
  readonly warnings: ReadonlyArray<'RoleMayChangeEvents' | 'OlderEventsChanged'>
  /**
   * Rewrites the rows of *persons* that a server numbers in order of writing, so that its numbers do not join rows. Runs
   * when a month is closed whose events were not shuffled: shuffling rewrites the rows as well.
   */
  readonly rewriteServerLogs: TaskEither<OpenStoresError, void>
  /** The same for the rows of the keys. Runs when a month is closed. */
  readonly rewriteServerKeys: TaskEither<OpenStoresError, void>
}

export type OpenStoresError = StoreUnavailable | Unavailable | { readonly _tag: 'RingNotPrivate' }

/** Opens the primary stores for the data folder of this process. */
export type OpenPrimaryStores = (layout: DataFolderLayout) => TaskEither<OpenStoresError, PrimaryStores>

/** Closes the key store, then the logs, then the coordination, the short-term store and the ring. */
export const closePrimaryStores = async ({
  keyStore,
  logs,
  coordination,
  shortTermRows,
  ring,
}: PrimaryStores): Promise<void> => {
  await keyStore.close()
  await logs.circulation.close()
  await logs.persons.close()
  await coordination.close()
  await shortTermRows.close()
  await ring.close()
}
