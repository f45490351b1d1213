import type { TaskEither } from 'fp-ts/TaskEither'
import type { Task } from 'fp-ts/Task'
import type { EventAddress, LogName, StreamName } from '../event/stream'
import type { Erased } from '../event/plain-or-erased'
import type { ScopeClass } from '../event/scope-class'
import type { Revision, StoreBusy } from './event-store'
import type { EventId, ScopeId } from '../values/ids'

/** A scope to create: its class, and the scope whose key wraps its key (the library's own when absent). */
export interface NewScope {
  readonly scope: ScopeId
  readonly class: ScopeClass
  readonly parent?: ScopeId
}

/** The place of a sealed part. Every member is authenticated with the part. */
export interface SealContext {
  readonly log: LogName
  readonly stream: StreamName
  readonly revision: Revision
  readonly id: EventId
  readonly type: string
  readonly version: number
  /** The open part as canonical JSON. */
  readonly open: string
}

/** The scope of a sealed part: its class and id. */
export interface PartScope {
  readonly class: ScopeClass
  readonly scope: ScopeId
}

/** The key store does not answer, lacks the key, or belongs to another log. */
export interface Unavailable {
  readonly _tag: 'Unavailable'
  readonly reason: string
  /**
   * The key store answers, and has no usable key: asking again will not help. `lost`: the log says that an administrator
   * has accepted the loss. Absent while the store may answer later.
   */
  readonly key?: 'missing' | 'fenced' | 'lost'
  /** Which store, in the words of `/health`; for operators alone. Absent: the keys. */
  readonly store?: string
}
/** The commitment, the tag or the shape of a sealed part is wrong. */
export interface Corrupt {
  readonly _tag: 'Corrupt'
  readonly reason: string
  readonly at?: EventAddress
}
/** The scope or its parent is erased, or its key was lost: nothing new may be sealed under it. */
export interface ScopeEnded {
  readonly _tag: 'ScopeEnded'
  readonly class: ScopeClass
  /** The key was lost, as the log says; nothing was erased. Absent when it was erased. */
  readonly isLost?: true
}

export type SealError = Unavailable | ScopeEnded | StoreBusy

/** The result of opening a part, before roles are checked: its JSON value, erased, or an error. */
export type OpenedPart =
  { readonly _tag: 'Plain'; readonly value: unknown } | { readonly _tag: 'Erased' } | Unavailable | Corrupt

/** A content was changed, cut short or moved: it is not what was encrypted under this scope. */
export interface ContentIsDamaged {
  readonly _tag: 'ContentIsDamaged'
}

/** Encrypts and decrypts contents that are too large for an event, piece by piece, under a key of one scope. */
export interface ContentCipher {
  /** Passes on what the bytes fail with. */
  readonly encrypt: <E>(bytes: AsyncIterable<E | Uint8Array>) => AsyncIterable<E | Uint8Array>
  /**
   * Ends with an error instead of a piece: what the bytes fail with, `ContentIsDamaged`, or `Erased` when the scope is
   * erased meanwhile.
   */
  readonly decrypt: <E>(
    bytes: AsyncIterable<E | Uint8Array>,
  ) => AsyncIterable<E | ContentIsDamaged | Erased | Uint8Array>
}

/** What command handling needs of the keys. The keys themselves never leave the module that holds them. */
export interface ScopeKeys {
  /** Makes the keys of new scopes durable, all or none. A scope that has a living key keeps it. */
  readonly createKeys: (scopes: ReadonlyArray<NewScope>) => TaskEither<SealError, void>
  /** Seals the parts of one event under keys that exist. Answers the bytes to store. */
  readonly sealParts: (
    context: SealContext,
    parts: ReadonlyArray<PartScope & { readonly value: unknown }>,
  ) => TaskEither<SealError, Uint8Array>
  /** Opens the given parts of one event. */
  readonly openParts: (
    context: SealContext,
    sealed: Uint8Array,
    parts: ReadonlyArray<PartScope>,
  ) => Task<ReadonlyArray<OpenedPart>>
  /**
   * Answers a function from a text to a UUID. The same text gives the same UUID while the scope's key lives; afterwards
   * nobody can derive it.
   */
  readonly deriveIdsUnder: (
    scope: ScopeId,
  ) => TaskEither<SealError | { readonly _tag: 'Erased' }, (cause: string) => string>
  /** A cipher for a content of a scope. Use it for one content at a time, and keep it no longer. */
  readonly contentCipherUnder: (scope: ScopeId) => TaskEither<SealError | Erased, ContentCipher>
}
