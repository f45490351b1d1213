import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { BranchId } from '../../values/ids'
import type { DecideFromState } from '../decide-from-state'
import { CopyFound } from '../events/copy-found'
import { refuseInState } from '../refusal'

/** Records that a lost copy was found in the library. */
export interface RecordFoundCopy {
  readonly type: 'Find'
  readonly branch: BranchId
  readonly day: Day
}

/** Refused when the copy is not lost. */
export const decideRecordFoundCopy =
  ({ branch, day }: RecordFoundCopy): DecideFromState =>
  (state) =>
    state._tag === 'Lost'
      ? E.right([CopyFound({ copy: state.item.copy, title: state.item.title, branch, foundOn: day }, {})])
      : refuseInState(state)
