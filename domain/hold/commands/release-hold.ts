import { either as E } from 'fp-ts'
import type { Day } from '../../values/day'
import type { HoldId } from '../../values/ids'
import { decideWhenLegalHoldStands, type DecideFromState } from '../decide-legal-hold-from-state'
import { HoldReleased } from '../events/hold-released'

/** Releases a legal hold before its last day. It ends when today is closed. */
export interface ReleaseHold {
  readonly type: 'ReleaseHold'
  readonly hold: HoldId
  readonly by: string
  readonly why: string
  /** Today. */
  readonly on: Day
}

/** Refused: `HoldIsUnknown`, `HoldIsOver`. */
export const decideReleaseLegalHold = ({ hold, by, why, on }: ReleaseHold): DecideFromState =>
  decideWhenLegalHoldStands(on)(({ borrower }) => E.right([HoldReleased({ hold }, { hold: { borrower, by, why } })]))
