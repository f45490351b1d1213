import type { ScopeId } from '../../../../domain/values/ids'
import type { Epoch, LibraryId } from '../../../../retention/keys/kek-ring'
import type { ByteRange } from '../../sqlite/writer-thread/writer-thread-messages'
import type { SentKeyRows } from '../sqlite/key-store-writer-protocol'
import type { KeyStorePlace } from './older-epoch-key-reader'

/** What the thread of a re-wrapping is started with. */
export interface RewrapOptions {
  readonly place: KeyStorePlace
  /** The wrapped keys of an answer: shared, because the copies that a message makes cannot be wiped. */
  readonly wrapped: SharedArrayBuffer
}

/** The library, and the wrapping keys of its ring, which are sent beside the message. */
interface SentWrappingKeys {
  readonly library: LibraryId
  readonly currentEpoch: Epoch
  readonly keys: ReadonlyArray<readonly [Epoch, ByteRange]>
}

/** The requests to the thread, in this order; `unwrap` and `rewrap` again and again. */
export type RewrapThreadProtocol = {
  readonly useKeys: readonly [SentWrappingKeys, undefined]
  /**
   * Wipes the keys of evicted scopes. Reads at most so many further rows of older epochs, and unwraps them. Answers the
   * scopes whose end matters; undefined when no row is left.
   */
  readonly unwrap: readonly [
    { readonly limit: number; readonly evicted: ReadonlyArray<ScopeId> },
    ReadonlyArray<ScopeId> | undefined,
  ]
  /** Re-wraps these rows, given which of the scopes have ended. */
  readonly rewrap: readonly [ReadonlyArray<ScopeId>, { readonly rows: SentKeyRows; readonly unusable: number }]
}
