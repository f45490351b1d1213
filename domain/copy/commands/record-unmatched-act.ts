import { either as E } from 'fp-ts'
import type { BranchId, CopyId, UnmatchedId } from '../../values/ids'
import type { Instant } from '../../values/instant'
import type { DecideFromState } from '../decide-copy-from-state'
import { UnmatchedActRecorded, type UnmatchedActKind, type UnmatchedReason } from '../events/unmatched-act-recorded'

/** Records what a machine did while it was offline and is not run, for staff to resolve. */
export interface RecordUnmatchedAct {
  readonly type: 'RecordUnmatchedAct'
  readonly unmatched: UnmatchedId
  readonly copy: CopyId
  readonly act: UnmatchedActKind
  readonly because: UnmatchedReason
  readonly at: Instant
  readonly branch: BranchId | null
  /** The card or id that the machine sent for the borrower. */
  readonly presented: string | null
}

/** The event of an act that is a case for staff. */
export const unmatchedActEvent = ({
  unmatched,
  copy,
  act,
  because,
  at: happenedAt,
  branch,
  presented,
}: Omit<RecordUnmatchedAct, 'type'>): UnmatchedActRecorded =>
  UnmatchedActRecorded({ unmatched, copy }, { unmatched: { act, because, happenedAt, branch, presented } })

/** Never refused. The library need not know the copy: the event may stand in its stream before it is acquired. */
export const decideRecordUnmatchedAct =
  (command: RecordUnmatchedAct): DecideFromState =>
  () =>
    E.right([unmatchedActEvent(command)])
