import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { Day } from '../values/day'
import type { LegalHoldEvent } from './legal-hold-event'
import type { HoldRefusal } from './refusal'
import type { LegalHoldState, StandingLegalHold } from './state'

type HoldDecisionResult = Either<HoldRefusal, ReadonlyArray<LegalHoldEvent>>

/** The result of a command, by the state of the hold. */
export type DecideFromState = (state: LegalHoldState) => HoldDecisionResult

export const refuseHoldCommand = (refusal: HoldRefusal): Either<HoldRefusal, never> => E.left(refusal)

/** Decides for a hold that stands on a day. */
export const decideWhenStanding =
  (on: Day) =>
  (decide: (hold: StandingLegalHold) => HoldDecisionResult): DecideFromState =>
  (state) => {
    switch (state._tag) {
      case 'NoHold':
        return refuseHoldCommand({ _tag: 'HoldIsUnknown' })
      case 'Ended':
        return refuseHoldCommand({ _tag: 'HoldIsOver' })
      case 'Standing':
        return on <= state.lastDay ? decide(state) : refuseHoldCommand({ _tag: 'HoldIsOver' })
    }
  }
