import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { BorrowerId, HoldId, ScopeId } from '../../values/ids'
import { refuseLegalHoldCommand, type DecideFromState } from '../decide-legal-hold-from-state'
import { HoldSet } from '../events/hold-set'
import type { HoldableClass } from '../holdable-class'
import { isAllowedLastDayOfLegalHold, latestLastDayOfLegalHold } from '../longest-legal-hold'

/** Sets a legal hold on a scope of a borrower. */
export interface SetHold {
  readonly type: 'SetHold'
  readonly hold: HoldId
  readonly borrower: BorrowerId
  readonly scope: ScopeId
  readonly class: HoldableClass
  /** The last day of a month. */
  readonly lastDay: Day
  /** Who sets it: a member of staff, as the token or the command line names them. */
  readonly by: string
  readonly why: string
  readonly caseNumber: string
  /** Today. */
  readonly on: Day
}

/** Refused: `HoldIsSetAlready`, `LastDayIsNotAllowed`. */
export const decideSetLegalHold =
  ({ hold, lastDay, on, borrower, scope, class: name, by, why, caseNumber }: SetHold): DecideFromState =>
  (state) => {
    if (state._tag !== 'NoHold') return refuseLegalHoldCommand({ _tag: 'HoldIsSetAlready' })
    if (!isAllowedLastDayOfLegalHold(on)(lastDay))
      return refuseLegalHoldCommand({ _tag: 'LastDayIsNotAllowed', latestLastDay: latestLastDayOfLegalHold(on) })
    return E.right([HoldSet({ hold, lastDay }, { hold: { borrower, scope, class: name, by, why, caseNumber } })])
  }
