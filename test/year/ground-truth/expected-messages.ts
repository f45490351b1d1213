import type { MessageKind } from '../../../domain/message/message-kind'
import { addDays, type Day } from '../../../domain/values/day'
import type { BorrowerId } from '../../../domain/values/ids'
import { dueDayKnownOn } from './end-days'
import { hasDied, type GroundTruth } from './ground-truth'
import type { LearnedFacts } from './learned-facts'

/** A message that is due, as `borrower kind`. */
export type DueMessage = string

export const dueMessage = (borrower: BorrowerId, kind: MessageKind): DueMessage => `${borrower} ${kind}`

const remindedDays = { before: 3, after: 7 }
const noticeDays = 10

/** "The statement of outstanding matters is sent when materials are missing": with the bill. */
const messagesOfFee = { lateness: ['fee'], compensation: ['bill', 'statement'] } as const

/**
 * "Reminder 3 days before the due date, recall 7 days after", "notice 10 days before it ends", a fee or a bill on the day
 * of it, a payment on the day of it: one for each borrower and kind. They go out on the next day.
 */
const messagesOfClosing = (groundTruth: GroundTruth, day: Day): ReadonlySet<DueMessage> => {
  const due = new Set<DueMessage>()
  const sentOn = addDays(1)(day)
  const isReminded = (borrower: BorrowerId): boolean =>
    groundTruth.borrowers.get(borrower)?.person.group !== 'institution'
  for (const loan of groundTruth.loanOfCopy.values()) {
    const { borrower, claimedOn } = loan
    if (claimedOn !== null || !isReminded(borrower)) continue
    const dueOn = dueDayKnownOn(day, loan)
    if (dueOn === addDays(remindedDays.before)(sentOn)) due.add(dueMessage(borrower, 'dueSoon'))
    if (dueOn === addDays(-remindedDays.after)(sentOn)) due.add(dueMessage(borrower, 'recall'))
  }
  for (const { borrower, interestUntil, pickUpBy } of groundTruth.reservations.values())
    if (pickUpBy === null && interestUntil === addDays(noticeDays)(sentOn))
      due.add(dueMessage(borrower, 'reservationRunningOut'))
  for (const { borrower, kind, leviedOn, settledOn, noticeRequestedOn } of groundTruth.fees.values()) {
    if (noticeRequestedOn === day && settledOn === null) due.add(dueMessage(borrower, 'collectionNotice'))
    if (leviedOn === day && settledOn === null)
      for (const message of messagesOfFee[kind]) due.add(dueMessage(borrower, message))
  }
  for (const { borrower, paidOn } of groundTruth.payments.values())
    if (paidOn === day) due.add(dueMessage(borrower, 'payment'))
  return due
}

/**
 * All messages that are due to living borrowers with the closing of a day, those included that told of a copy that became ready:
 * these were made before the library knew of a death of the day.
 */
export const messagesDue = (groundTruth: GroundTruth, day: Day, { ready }: LearnedFacts): ReadonlyArray<DueMessage> => {
  const livesAfter = (borrower: BorrowerId): boolean =>
    groundTruth.borrowers.has(borrower) && !hasDied(groundTruth, borrower)
  const livedBefore = (borrower: BorrowerId): boolean =>
    (groundTruth.borrowers.get(borrower)?.diedOn ?? day) >= day && groundTruth.borrowers.has(borrower)
  return [
    ...[...messagesOfClosing(groundTruth, day)].filter((due) => livesAfter(due.split(' ')[0] as BorrowerId)),
    ...ready.filter(livedBefore).map((borrower) => dueMessage(borrower, 'readyForPickUp')),
  ]
}
