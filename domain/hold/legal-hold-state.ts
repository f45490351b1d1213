import type { Day } from '../values/day'
import type { BorrowerId, HoldId } from '../values/ids'

interface NoHold {
  readonly _tag: 'NoHold'
}

/** A hold that was not released. It stands until its last day is closed. */
export interface StandingLegalHold {
  readonly _tag: 'Standing'
  readonly hold: HoldId
  readonly borrower: BorrowerId
  readonly lastDay: Day
}

/** A hold that was released, or is erased. */
interface EndedHold {
  readonly _tag: 'Ended'
}

export type LegalHoldState = NoHold | StandingLegalHold | EndedHold

export const noLegalHoldState: NoHold = { _tag: 'NoHold' }
export const endedLegalHold: EndedHold = { _tag: 'Ended' }
