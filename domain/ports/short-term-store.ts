import type { TaskEither } from 'fp-ts/TaskEither'
import type { StoreUnavailable } from './event-store'
import type { Unavailable } from './scope-keys'

/** What an entry is about. The name is part of ids, so it never changes. */
export type ShortTermKind =
  | 'opening of a record'
  | 'record opened on a day'
  | 'request to open a class'
  | 'opening of a class'
  | 'wrong PINs'
  | 'link to verify an e-mail'
  | 'owner of a link'
  | 'e-mail that got a link'
  | 'links to verify an e-mail'
  | 'session'
  | 'use of a session'
  | 'log-in under way'
  | 'registration on the website'
  | 'hour of the server log'
  | 'visits of pages'

/** Which entry: an id within a kind. Neither is stored. */
export interface ShortTermKey {
  readonly kind: ShortTermKind
  readonly id: string
}

/** Whose an entry is, or null; and for how many ms from now it is kept, rounded up to the next quarter-hour. */
export interface ShortTermSpan {
  readonly subject: string | null
  readonly lastsMs: number
}

/** An entry with its text, of at most 1,000 bytes. */
export interface ShortTermEntry extends ShortTermKey, ShortTermSpan {
  readonly value: string
}

/** An entry as a list has it: whose it is, and its text. */
export interface ListedShortTermEntry {
  readonly key: ShortTermKey
  readonly subject: string | null
  readonly value: string
}

export type ShortTermStoreError = StoreUnavailable | Unavailable

/**
 * Holds for a short time what is neither an event nor a row of a read model, such as wrong PINs and links that were sent.
 * All processes of a library share one. It tells nobody who lacks the ring what it holds, about whom, or in which order
 * it came. An entry that has ended, or whose epoch of the ring is destroyed, is not there. The store may lose all its
 * entries, for example when its server is killed.
 */
export interface ShortTermStore {
  /** Adds an entry, or replaces the one with its key. */
  readonly put: (entry: ShortTermEntry) => TaskEither<ShortTermStoreError, void>
  readonly get: (key: ShortTermKey) => TaskEither<ShortTermStoreError, string | undefined>
  /** Reads an entry and removes it. Of several callers at the same time, one gets it. */
  readonly take: (key: ShortTermKey) => TaskEither<ShortTermStoreError, string | undefined>
  /**
   * Counts one more, and lets the entry last from now. False when `limit` are counted already: then nothing changes, so
   * the entry ends by itself.
   */
  readonly countUpTo: (limit: number, entry: ShortTermKey & ShortTermSpan) => TaskEither<ShortTermStoreError, boolean>
  readonly remove: (key: ShortTermKey) => TaskEither<ShortTermStoreError, void>
  /** Removes all entries of a subject. It reads every entry. */
  readonly removeOfSubject: (subject: string) => TaskEither<ShortTermStoreError, void>
  /** How many entries of a subject there are. It reads every entry. */
  readonly countOfSubject: (subject: string) => TaskEither<ShortTermStoreError, number>
  /**
   * All entries of a kind, in an order that does not tell which came first. It reads every entry. The closing of a day
   * lists entries, and the page that shows somebody how often they are logged in.
   */
  readonly list: (kind: ShortTermKind) => TaskEither<ShortTermStoreError, ReadonlyArray<ListedShortTermEntry>>
  /** Removes what has ended, and rewrites the other rows in an order that tells nothing. */
  readonly rewrite: TaskEither<ShortTermStoreError, void>
}
