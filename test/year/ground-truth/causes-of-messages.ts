import { addDays, type Day } from '../../../domain/values/day'
import { dueDayKnownOn } from './end-days'
import type { GroundTruth, TrueMessage } from './ground-truth'

/** The due day of the loans, the last day of interest, or the day of the fees, that a message of the closing of a day tells of. */
const dayOfCause = ({ kind, madeOn }: TrueMessage): Day => {
  if (kind === 'dueSoon') return addDays(1 + 3)(madeOn)
  if (kind === 'reservationRunningOut') return addDays(1 + 10)(madeOn)
  return kind === 'recall' ? addDays(1 - 7)(madeOn) : madeOn
}

/** What could cause a message of this kind to its borrower: loans and reservations with their days, fees with the day of levying. */
const possibleCauses = (groundTruth: GroundTruth, on: Day, { borrower, kind }: TrueMessage): ReadonlyArray<string> => {
  const isTheirs = (record: { readonly borrower: string }): boolean => record.borrower === borrower
  if (kind === 'fee')
    return [...groundTruth.fees.values()]
      .filter((fee) => isTheirs(fee) && fee.kind === 'lateness' && fee.settledOn === null)
      .map(({ leviedOn }) => leviedOn)
  if (kind === 'reservationRunningOut')
    return [...groundTruth.reservations.values()]
      .filter((waiting) => isTheirs(waiting) && waiting.pickUpBy === null)
      .map(({ title, interestUntil }) => `${title} ${interestUntil}`)
  return [...groundTruth.loanOfCopy.values()]
    .filter((loan) => isTheirs(loan) && loan.claimedOn === null)
    .map((loan) => `${loan.copy} ${dueDayKnownOn(on, loan)}`)
}

/** What a message is made of is noted when it is made. */
export const noteCause = (groundTruth: GroundTruth, message: TrueMessage): void => {
  groundTruth.causes.set(
    message.message,
    new Set(
      possibleCauses(groundTruth, message.madeOn, message).filter((cause) => cause.endsWith(dayOfCause(message))),
    ),
  )
}

/**
 * Whether a message that goes out later still tells of something: a loan runs with the same due day, a fee is owed, a
 * reservation waits with the same last day. Of what is about ready copies and payments nothing is noted: the library says itself
 * when their cause has ended.
 */
export const doesCauseStand = (groundTruth: GroundTruth, on: Day, message: TrueMessage): boolean => {
  if (!['dueSoon', 'recall', 'fee', 'reservationRunningOut'].includes(message.kind)) return true
  const noted = groundTruth.causes.get(message.message)
  return possibleCauses(groundTruth, on, message).some((cause) => noted?.has(cause))
}
