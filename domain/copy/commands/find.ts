import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { BranchId } from '../../values/ids'
import type { Decision } from '../decision'
import { CopyFound } from '../events/copy-found'
import { refuseAsItIs } from '../refusal'

/** Says that a lost copy has turned up in the library. */
export interface Find {
  readonly type: 'Find'
  readonly branch: BranchId
  readonly day: Day
}

/** Only a lost copy is found. */
export const find =
  ({ branch, day }: Find): Decision =>
  (state) =>
    state._tag === 'Lost'
      ? E.right([CopyFound({ copy: state.item.copy, title: state.item.title, branch, foundOn: day }, {})])
      : refuseAsItIs(state)
