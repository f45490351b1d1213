import type { Day } from '../values/day'

/** Why a command to a legal hold is refused. */
export type LegalHoldRefusal =
  | { readonly _tag: 'HoldIsUnknown' }
  | { readonly _tag: 'HoldIsSetAlready' }
  /** It was released, or its last day is past. */
  | { readonly _tag: 'HoldIsOver' }
  /** The last day is not the last day of a month, is past, or is later than `latestLastDay`. */
  | { readonly _tag: 'LastDayIsNotAllowed'; readonly latestLastDay: Day }
  /** A prolongation must end later than the hold does now. */
  | { readonly _tag: 'LastDayIsNotLater' }
  /** No event names the scope. */
  | { readonly _tag: 'ScopeIsUnknown' }
  /** The scope or its borrower is declared for erasure, or erased: nothing can be held any more. */
  | { readonly _tag: 'ScopeIsErased' }
  /** Only the scopes of a borrower can be held, and recordings. */
  | { readonly _tag: 'ClassCannotBeHeld' }
  /** The policy holds no recordings: they are kept for 30 days at most. */
  | { readonly _tag: 'RecordingsAreNotHeld' }
  /** Of a held recording the borrower is always told. */
  | { readonly _tag: 'RecordingNeedsExplanation' }
  /** A recording names nobody: the request names the borrower with whom there is a dispute, and no other request does. */
  | { readonly _tag: 'BorrowerOfDisputeIsWrong' }
