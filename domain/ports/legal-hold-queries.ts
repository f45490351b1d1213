import type { TaskEither } from 'fp-ts/TaskEither'
import type { EventReadError } from '../command-handling/open-event'
import type { ScopeClass } from '../event/scope-class'
import type { BorrowerId, ScopeId } from '../values/ids'

/** A scope that somebody wants to hold. */
export type ScopeToHold =
  | { readonly _tag: 'Unknown' }
  /** The scope or its borrower is declared for erasure. */
  | { readonly _tag: 'Ended' }
  /** `borrower` is undefined for a scope that belongs to no borrower. */
  | { readonly _tag: 'Living'; readonly class: ScopeClass; readonly borrower: BorrowerId | undefined }

/** What the setting of a legal hold needs to know. */
export interface LegalHoldQueries {
  /** Reads both logs to their ends first. */
  readonly findScope: (scope: ScopeId) => TaskEither<EventReadError, ScopeToHold>
}
