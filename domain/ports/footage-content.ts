import type { TaskEither } from 'fp-ts/TaskEither'
import type { Erased } from '../event/plain-or-erased'
import type { FootageId } from '../values/ids'
import type { ContentReadError, ContentStoreUnavailable, ContentWriteError } from './content-store'
import type { ContentIsDamaged, SealError } from './scope-keys'

/** What was stored: how many bytes, and their SHA-256 in hexadecimal digits. */
export interface StoredContent {
  readonly size: number
  readonly digest: string
}

/** Why a piece of a content is not there. */
export type FootagePieceError = ContentStoreUnavailable | ContentIsDamaged | Erased

/** Why a content cannot be read. */
export type FootageContentError = ContentReadError | SealError | Erased

/** The contents of recordings, each encrypted under a key of its recording's scope. */
export interface FootageContent {
  /** Stores a content in the place of an earlier one. Nothing is stored of bytes that fail on the way. */
  readonly store: <E>(
    footage: FootageId,
    bytes: AsyncIterable<E | Uint8Array>,
  ) => TaskEither<E | ContentWriteError | SealError | Erased, StoredContent>
  /** Reads bytes to their end and stores nothing. */
  readonly measure: <E>(bytes: AsyncIterable<E | Uint8Array>) => TaskEither<E, StoredContent>
  /** The bytes as they were stored. An error is the last piece. */
  readonly read: (footage: FootageId) => TaskEither<FootageContentError, AsyncIterable<FootagePieceError | Uint8Array>>
  readonly remove: (footage: FootageId) => TaskEither<ContentStoreUnavailable, void>
}
