import type { TaskEither } from 'fp-ts/TaskEither'

/** The store of contents does not answer, or has no room. */
export interface ContentStoreUnavailable {
  readonly _tag: 'ContentStoreUnavailable'
}

export const contentStoreUnavailable: ContentStoreUnavailable = { _tag: 'ContentStoreUnavailable' }

/**
 * The library is on servers, and no folder is named that all of its processes share: a content would be lost to the other
 * processes, so none is taken.
 */
export interface ContentStoreIsNotShared {
  readonly _tag: 'ContentStoreIsNotShared'
}

/** Why a content is not stored. */
export type ContentWriteError = ContentStoreUnavailable | ContentStoreIsNotShared

/** The content is not there: it was never stored whole, or is removed. */
export interface ContentIsMissing {
  readonly _tag: 'ContentIsMissing'
}

/** Reading failed on the way: the store does not answer any more. */
export type ContentReadError = ContentStoreUnavailable | ContentIsMissing

/**
 * Stores contents that are too large for an event, each under an id of 36 characters. It gets them encrypted. All
 * processes of a library share one.
 */
export interface ContentStore {
  /**
   * Stores a content, durably. It is there once it is whole: bytes that fail on the way leave what was there before. A
   * content with the id is replaced.
   */
  readonly put: <E>(id: string, bytes: AsyncIterable<E | Uint8Array>) => TaskEither<E | ContentWriteError, void>
  /** Fails while the bytes are read with `ContentStoreUnavailable`, as the last piece. */
  readonly read: (id: string) => TaskEither<ContentReadError, AsyncIterable<ContentStoreUnavailable | Uint8Array>>
  /** Removes contents, and what a killed process left of them. One that is not there is no error. */
  readonly remove: (ids: ReadonlyArray<string>) => TaskEither<ContentStoreUnavailable, void>
  /** Whether a content is there. It reads no content. */
  readonly has: (id: string) => boolean
  /** The ids of all contents, and of those of which a killed process left a part. */
  readonly list: TaskEither<ContentStoreUnavailable, ReadonlyArray<string>>
}
