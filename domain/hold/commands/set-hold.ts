import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { BorrowerId, HoldId, ScopeId } from '../../values/ids'
import { refuseLegalHoldCommand, type DecideFromState } from '../decide-legal-hold-from-state'
import { HoldSet } from '../events/hold-set'
import type { LegalHoldRefusal } from '../legal-hold-refusal'
import type { HeldClass } from '../holdable-class'
import { isAllowedLastDayOfLegalHold, latestLastDayOfLegalHold } from '../longest-legal-hold'
import type { LegalHoldPolicy } from '../../policy/legal-hold-policy'
import type { HoldExplanation } from '../hold-explanation'

/** Sets a legal hold on a scope of a borrower. */
export interface SetHold {
  readonly type: 'SetHold'
  readonly hold: HoldId
  readonly borrower: BorrowerId
  readonly scope: ScopeId
  readonly class: HeldClass
  /** The last day of a month. */
  readonly lastDay: Day
  /** Who sets it: a member of staff, as the token or the command line names them. */
  readonly by: string
  readonly why: string
  readonly caseNumber: string
  /** What the borrower is told; null for a hold that may not be told. */
  readonly explanation: HoldExplanation | null
  /** Today. */
  readonly on: Day
  readonly policy: LegalHoldPolicy
}

/** A recording is held where the library has decided so, and never without telling the borrower. */
const recordingRefusal = ({ class: name, explanation, policy }: SetHold): LegalHoldRefusal | undefined => {
  if (name !== 'footage') return undefined
  if (policy.recordings === 'never') return { _tag: 'RecordingsAreNotHeld' }
  return explanation === null ? { _tag: 'RecordingNeedsExplanation' } : undefined
}

/** Refused: `HoldIsSetAlready`, `RecordingsAreNotHeld`, `RecordingNeedsExplanation`, `LastDayIsNotAllowed`. */
export const decideSetLegalHold =
  (command: SetHold): DecideFromState =>
  (state) => {
    const { hold, lastDay, on, borrower, scope, class: name, by, why, caseNumber, explanation } = command
    const refusal = recordingRefusal(command)
    if (state._tag !== 'NoHold') return refuseLegalHoldCommand({ _tag: 'HoldIsSetAlready' })
    if (refusal !== undefined) return refuseLegalHoldCommand(refusal)
    if (!isAllowedLastDayOfLegalHold(on)(lastDay))
      return refuseLegalHoldCommand({ _tag: 'LastDayIsNotAllowed', latestLastDay: latestLastDayOfLegalHold(on) })
    return E.right([
      HoldSet({ hold, lastDay }, { hold: { borrower, scope, class: name, by, why, caseNumber, explanation } }),
    ])
  }
