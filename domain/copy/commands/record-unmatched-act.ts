import { either as E } from 'fp-ts'
import type { BranchId, UnmatchedId } from '../../values/ids'
import type { Instant } from '../../values/instant'
import type { DecideFromState } from '../decide-from-state'
import { UnmatchedActRecorded, type UnmatchedActKind, type UnmatchedReason } from '../events/unmatched-act-recorded'
import { refuseInState } from '../refusal'

/** Records what a machine did while it was offline and is not run, for staff to resolve. */
export interface RecordUnmatchedAct {
  readonly type: 'RecordUnmatchedAct'
  readonly unmatched: UnmatchedId
  readonly act: UnmatchedActKind
  readonly because: UnmatchedReason
  readonly at: Instant
  readonly branch: BranchId | null
  /** The card or id that the machine sent for the borrower. */
  readonly presented: string | null
}

/** Refused for an unknown copy. */
export const decideRecordUnmatchedAct =
  ({ unmatched, act, because, at: happenedAt, branch, presented }: RecordUnmatchedAct): DecideFromState =>
  (state) =>
    state._tag === 'Unknown'
      ? refuseInState(state)
      : E.right([
          UnmatchedActRecorded(
            { unmatched, copy: state.item.copy },
            { unmatched: { act, because, happenedAt, branch, presented } },
          ),
        ])
