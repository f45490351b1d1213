import type { TaskEither } from 'fp-ts/TaskEither'
import type { LogName } from '../../../domain/event/stream'
import type { Checkpoints } from '../../../domain/ports/checkpoints'
import type { EventStore, StoreUnavailable } from '../../../domain/ports/event-store'
import type { Unavailable } from '../../../domain/ports/keys'
import type { KekRing } from '../../../retention/keys/kek-ring'
import type { KeyStore } from '../../../retention/keys/key-store'
import type { Coordination } from '../../processes/coordination/coordination'
import type { Fence } from '../../processes/coordination/fence'
import type { Layout } from '../../stores/data-folder/layout'

/**
 * What cannot be made anew: the logs, how far reactors have come in them, the keys, and what wraps these; and what the
 * processes that share it agree by.
 */
export interface Truth {
  readonly logs: Readonly<Record<LogName, EventStore>>
  /** With a fence, only the holder of its lease may move them; who has none is alone, or reads. */
  readonly checkpoints: (fence?: Fence) => Checkpoints
  readonly ring: KekRing
  readonly keyStore: KeyStore
  readonly coordination: Coordination
  /** What should be otherwise though all can be opened: told by kind, once. */
  readonly remarks: ReadonlyArray<'RoleMayChangeEvents'>
  /** Writes anew what a server numbers in order of writing, so that its own numbers join nothing: with each month. */
  readonly rewrite: TaskEither<StoreTrouble, void>
}

export type StoreTrouble = StoreUnavailable | Unavailable | { readonly _tag: 'TooOpen' }

/** Opens what is true of a library, for the data folder that its process has. */
export type OpenTruth = (layout: Layout) => TaskEither<StoreTrouble, Truth>

/** Closes keys, then the logs; agreements last. */
export const closeTruth = async ({ keyStore, logs, coordination }: Truth): Promise<void> => {
  await keyStore.close()
  await logs.circulation.close()
  await logs.persons.close()
  await coordination.close()
}
