import { LoanEndCorrected } from '../copy/events/loan-end-corrected'
import { RenewalConflictRecorded } from '../copy/events/renewal-conflict-recorded'
import { isSameFeeOccasion } from '../policy/fee-occasion-days'
import type { Policy } from '../policy/policy'
import type { BorrowerFee } from '../ports/decision-queries'
import type { CopyId, FeeId } from '../values/ids'
import { dayOf, type Instant } from '../values/instant'
import { isUnsettledAutomaticFeeForCopy, latenessFeesToKeep, isFeeCancelledByRule } from './lateness-fees-to-keep'
import { feeFollowUpsOfLateLoan, type LateLoanForFee } from './fee-follow-ups-of-late-loan'
import { followUpToFee, type FollowUp } from './follow-up'
import type { LatenessFeesOfLoan } from './lateness-fees-of-loan'
import { defineReaction, type DeriveStepId } from './reaction'

/** The fees that name the copy: those levied and owed, those levied in error, and whether one stands that is not owed. */
const sortFees = (copy: CopyId, { owed, levied }: LatenessFeesOfLoan) => {
  const ofCopy = levied.filter((fee) => fee.copies.includes(copy) && !isFeeCancelledByRule(fee))
  const isOwed = (fee: BorrowerFee): boolean => owed.some(isSameFeeOccasion(fee))
  const notOwed = ofCopy.filter((fee) => !isOwed(fee))
  const standing = latenessFeesToKeep(copy, owed, levied)
  return {
    leviedAndOwed: ofCopy.filter((fee) => isOwed(fee) && isUnsettledAutomaticFeeForCopy(copy)(fee)),
    // What staff demand again after a write-off is a fee of the same occasion.
    leviedInError: notOwed.filter(
      (fee) => isUnsettledAutomaticFeeForCopy(copy)(fee) && !standing.some(isSameFeeOccasion(fee)),
    ),
    stands: standing.length > 0,
  }
}

const cancelAsMistake =
  (now: Instant) =>
  ({ fee }: BorrowerFee): FollowUp =>
    followUpToFee(fee, {
      type: 'CancelFee',
      ...{ fee, because: 'mistake', reason: null, role: 'system', on: dayOf(now) },
    })

const levyMissing =
  (policy: Policy, deriveId: DeriveStepId, levied: ReadonlyArray<BorrowerFee>) =>
  (lateLoan: LateLoanForFee): ReadonlyArray<FollowUp> => {
    const ofOccasion = levied.filter(isSameFeeOccasion(lateLoan))
    if (ofOccasion.some(({ copies }) => copies.includes(lateLoan.copy))) return []
    return feeFollowUpsOfLateLoan(policy, ofOccasion, deriveId(`lateness on ${lateLoan.occasion}`) as FeeId)(lateLoan)
  }

/** Whether a fee is that of the renewal that an event tells of. */
const isForRenewal =
  (event: LoanEndCorrected | RenewalConflictRecorded) =>
  ({ occasion }: BorrowerFee): boolean =>
    event.type === 'RenewalConflictRecorded' &&
    event.sealed.loan._tag === 'Plain' &&
    occasion === dayOf(event.sealed.loan.value.renewedAt)

/**
 * An act that is recorded at its place in time, after acts that followed it, changes when its loan was late: a return
 * that ends it earlier, a renewal after which its return was in time, a renewal that an earlier return makes void. The
 * fees follow: what is owed now is levied, and what is not owed is cancelled; a fee that was cancelled is not levied
 * again. A fee that is settled, that staff have decided on, or that other copies share, stands; then none is levied beside
 * it, and staff see the case.
 */
// The name is from when it handled returns alone. It stays, because ids are derived from it.
export const offlineActCorrectsFees = defineReaction('a corrected return corrects its fee', {
  eventTypes: [LoanEndCorrected, RenewalConflictRecorded],
  appliesTo: ({ sealed: { loan } }) => loan._tag === 'Plain',
  factNames: ['policy', 'now', 'latenessOfLoan'],
  followUpsOf:
    ({ policy, now, latenessOfLoan }, deriveId) =>
    (event) => {
      if (latenessOfLoan === undefined) return []
      const { leviedAndOwed, leviedInError, stands } = sortFees(event.open.copy, latenessOfLoan)
      if (stands) return [...leviedInError, ...leviedAndOwed.filter(isForRenewal(event))].map(cancelAsMistake(now))
      return [
        ...latenessOfLoan.owed.flatMap(levyMissing(policy, deriveId, latenessOfLoan.levied)),
        ...leviedInError.map(cancelAsMistake(now)),
      ]
    },
})
