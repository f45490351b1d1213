import * as E from 'fp-ts/Either'
import type { Either } from 'fp-ts/Either'
import type { Month } from '../values/month'
import { GuardianPapersUnconfirmed } from './events/guardian-papers-unconfirmed'
import { UnconfirmedGuardianPapersDestroyed } from './events/unconfirmed-guardian-papers-destroyed'

/** Counts the papers of guardianships that ended in a month, as part of the closing with which they are forgotten. */
export interface CountUnconfirmedPapers {
  readonly type: 'CountUnconfirmedPapers'
  readonly endedIn: Month
  readonly papers: number
}

/** Staff confirm that they destroyed papers of guardianships that are forgotten. */
export interface ConfirmUnconfirmedPapersDestroyed {
  readonly type: 'ConfirmUnconfirmedPapersDestroyed'
  readonly endedIn: Month
  /** At least one. */
  readonly papers: number
}

export type GuardianPapersCommand = CountUnconfirmedPapers | ConfirmUnconfirmedPapersDestroyed

export type GuardianPapersEvent = GuardianPapersUnconfirmed | UnconfirmedGuardianPapersDestroyed

/** The papers of guardianships that ended in one month. */
export interface GuardianPapersState {
  /** Null until they are counted. */
  readonly unconfirmed: number | null
}

/** Fewer papers than this wait to be confirmed, or none. */
export interface FewerPapersAreUnconfirmed {
  readonly _tag: 'FewerPapersAreUnconfirmed'
}

/**
 * The count is made once, and a count of none is no event. Refused: `FewerPapersAreUnconfirmed`, of a confirmation.
 */
export const decideGuardianPapersCommand =
  ({ type, endedIn, papers }: GuardianPapersCommand) =>
  ({ unconfirmed }: GuardianPapersState): Either<FewerPapersAreUnconfirmed, ReadonlyArray<GuardianPapersEvent>> => {
    if (type === 'CountUnconfirmedPapers')
      return E.right(unconfirmed === null && papers > 0 ? [GuardianPapersUnconfirmed({ endedIn, papers }, {})] : [])
    return papers <= (unconfirmed ?? 0)
      ? E.right([UnconfirmedGuardianPapersDestroyed({ endedIn, papers }, {})])
      : E.left({ _tag: 'FewerPapersAreUnconfirmed' })
  }
