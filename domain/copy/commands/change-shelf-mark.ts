import { either as E } from 'fp-ts'
import type { DecideFromState } from '../decide-copy-from-state'
import { ShelfMarkChanged } from '../events/shelf-mark-changed'
import { refuseInCopyState } from '../copy-refusal'

/** Gives a copy its shelf mark, or another. */
export interface ChangeShelfMark {
  readonly type: 'ChangeShelfMark'
  readonly shelfMark: string
}

/** Refused for an unknown copy only. */
export const decideChangeShelfMark =
  ({ shelfMark }: ChangeShelfMark): DecideFromState =>
  (state) =>
    state._tag === 'Unknown'
      ? refuseInCopyState(state)
      : E.right([ShelfMarkChanged({ copy: state.item.copy, shelfMark }, {})])
