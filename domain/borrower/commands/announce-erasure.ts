import { either as E } from 'fp-ts'
import { announcementMonthOf, lapseMonthAfter } from '../../policy/inactivity-policy'
import type { Policy } from '../../policy/policy'
import type { BorrowerId } from '../../values/ids'
import type { Month } from '../../values/month'
import type { RegisteredBorrower } from '../borrower-state'
import { refuseBorrowerCommand } from '../borrower-refusal'
import {
  acceptedWithoutChange,
  decideWhenRegistered,
  type BorrowerDecisionResult,
  type DecideFromState,
} from '../decide-borrower-from-state'
import { ErasureAnnounced } from '../events/erasure-announced'

/** Announces to a borrower that they will lapse, as part of a month's closing. */
export interface AnnounceErasure {
  readonly type: 'AnnounceErasure'
  readonly borrower: BorrowerId
  /** The month that closes. */
  readonly month: Month
}

const announceToRegistered =
  ({ inactivity }: Policy) =>
  ({ month }: AnnounceErasure) =>
  ({ borrower, lastSeen, lapsesIn }: RegisteredBorrower): BorrowerDecisionResult => {
    if (lapsesIn !== null) return acceptedWithoutChange
    if (month < announcementMonthOf(inactivity)(lastSeen)) return refuseBorrowerCommand('StillWithinInactivityPeriod')
    const announced = { borrower, announcedIn: month, lapsesIn: lapseMonthAfter(inactivity)(month)(lastSeen) }
    return E.right([ErasureAnnounced(announced, {})])
  }

/** A repeat changes nothing. Refused: `BorrowerIsUnknown`, `StillWithinInactivityPeriod`. */
export const decideAnnounceErasure =
  (policy: Policy) =>
  (command: AnnounceErasure): DecideFromState =>
    decideWhenRegistered(announceToRegistered(policy)(command))
