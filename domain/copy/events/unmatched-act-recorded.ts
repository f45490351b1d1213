import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { nullable } from '../../event/exact-record'
import { BranchId, CopyId, UnmatchedId } from '../../values/ids'
import { Instant } from '../../values/instant'

export const UnmatchedActKind = t.keyof({ loan: null, return: null, renewal: null })
export type UnmatchedActKind = t.TypeOf<typeof UnmatchedActKind>

/**
 * Why a machine's act is a case of its own. It is not run when nobody has the card, when the library does not know the
 * copy or the loan (any more), and when it is too long ago or lies in the future. A return at an unknown branch is run
 * at a known one.
 */
export const UnmatchedReason = t.keyof({
  borrowerUnknown: null,
  copyUnknown: null,
  loanUnknown: null,
  branchUnknown: null,
  tooLongAgo: null,
  inTheFuture: null,
})
export type UnmatchedReason = t.TypeOf<typeof UnmatchedReason>

/** A machine that was offline did something that staff must look at. They see it for 30 days. */
export const UnmatchedActRecorded = defineEvent('UnmatchedActRecorded', 1, {
  open: { unmatched: UnmatchedId, copy: CopyId },
  sealed: {
    unmatched: {
      act: UnmatchedActKind,
      because: UnmatchedReason,
      happenedAt: Instant,
      branch: nullable(BranchId),
      /** The card or id that the machine sent for the borrower. */
      presented: nullable(t.string),
    },
  },
})
export type UnmatchedActRecorded = EventOf<typeof UnmatchedActRecorded>
