import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { Day } from '../values/day'
import type { LegalHoldEvent } from './legal-hold-event'
import type { LegalHoldRefusal } from './legal-hold-refusal'
import type { LegalHoldState, StandingLegalHold } from './legal-hold-state'

type HoldDecisionResult = Either<LegalHoldRefusal, ReadonlyArray<LegalHoldEvent>>

/** The result of a command, by the state of the hold. */
export type DecideFromState = (state: LegalHoldState) => HoldDecisionResult

export const refuseLegalHoldCommand = (refusal: LegalHoldRefusal): Either<LegalHoldRefusal, never> => E.left(refusal)

/** Decides for a hold that stands on a day. */
export const decideWhenLegalHoldStands =
  (on: Day) =>
  (decide: (hold: StandingLegalHold) => HoldDecisionResult): DecideFromState =>
  (state) => {
    switch (state._tag) {
      case 'NoHold':
        return refuseLegalHoldCommand({ _tag: 'HoldIsUnknown' })
      case 'Ended':
        return refuseLegalHoldCommand({ _tag: 'HoldIsOver' })
      case 'Standing':
        return on <= state.lastDay ? decide(state) : refuseLegalHoldCommand({ _tag: 'HoldIsOver' })
    }
  }
