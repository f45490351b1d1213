import type { TaskEither } from 'fp-ts/TaskEither'
import type { Task } from 'fp-ts/Task'
import type { LogName, StreamName } from '../event/stream'
import type { ScopeClass } from '../event/scope-class'
import type { Revision, StoreBusy } from './event-store'
import type { EventId, ScopeId } from '../values/ids'

/** A scope to be made: what it is, and under whose key it is wrapped (the library's own when absent). */
export interface NewScope {
  readonly scope: ScopeId
  readonly class: ScopeClass
  readonly parent?: ScopeId
}

/** Where a sealed part stands; every member is bound into the seal. */
export interface Place {
  readonly log: LogName
  readonly stream: StreamName
  readonly revision: Revision
  readonly id: EventId
  readonly type: string
  readonly version: number
  /** The open part as canonical JSON. */
  readonly open: string
}

/** A part to be sealed or opened: whose key, and where it stands. */
export interface Part {
  readonly class: ScopeClass
  readonly scope: ScopeId
}

/** The key store does not answer, lacks the key, or is not the one that belongs to this log. */
export interface Unavailable {
  readonly _tag: 'Unavailable'
  readonly reason: string
}
/** Commitment, tag or shape is wrong. */
export interface Corrupt {
  readonly _tag: 'Corrupt'
  readonly reason: string
}
/** The scope (or its parent) has been erased: nothing new may be sealed under it. */
export interface ScopeEnded {
  readonly _tag: 'ScopeEnded'
  readonly class: ScopeClass
}

export type SealError = Unavailable | ScopeEnded | StoreBusy

/** What opening a part answers before roles are asked: its JSON value, forgotten, or what went wrong. */
export type Opened =
  { readonly _tag: 'Plain'; readonly value: unknown } | { readonly _tag: 'Erased' } | Unavailable | Corrupt

/** What the way of a command needs of keys. Keys themselves never leave the module that holds them. */
export interface Keys {
  /** Makes the keys durable, all or none; a scope that has a living key keeps it. */
  readonly make: (scopes: ReadonlyArray<NewScope>) => TaskEither<SealError, void>
  /** Seals the parts of one event under keys already made; answers the bytes to store. */
  readonly seal: (
    place: Place,
    parts: ReadonlyArray<Part & { readonly value: unknown }>,
  ) => TaskEither<SealError, Uint8Array>
  /** Opens the named parts of one event. */
  readonly open: (place: Place, sealed: Uint8Array, parts: ReadonlyArray<Part>) => Task<ReadonlyArray<Opened>>
  /**
   * Ids that can be derived again while the scope's key lives, and by nobody afterwards: answers a function from a
   * cause (any text) to a UUID.
   */
  readonly idsUnder: (scope: ScopeId) => TaskEither<SealError | { readonly _tag: 'Erased' }, (cause: string) => string>
}
