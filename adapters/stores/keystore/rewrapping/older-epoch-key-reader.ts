import type { Task } from 'fp-ts/Task'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { Epoch } from '../../../../retention/keys/kek-ring'
import type { LivingKeyRow } from '../../../../retention/keys/key-row'
import type { KeyStore } from '../../../../retention/keys/key-store'

/** Reads the living keys of older epochs, on a thread that only reads. */
export interface OlderEpochKeyReader {
  /** At most so many further rows; none after the last one, and then it begins anew. */
  readonly next: (epoch: Epoch, limit: number) => TaskEither<Unavailable, ReadonlyArray<LivingKeyRow>>
  readonly read: KeyStore['read']
  readonly close: Task<void>
}

/** Where another thread of this process can read the rows of a key store. */
export type KeyStorePlace =
  | { readonly _tag: 'Files'; readonly files: ReadonlyArray<string> }
  | { readonly _tag: 'Postgres'; readonly url: string }
