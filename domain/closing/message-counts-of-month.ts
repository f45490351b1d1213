import type { MessageCount } from '../message-count/message-count'
import type { BorrowerId } from '../values/ids'

/** A message of a month that was not given up: sent, or still pending when the month closes. */
export interface MessageInMonth {
  readonly borrower: BorrowerId
  readonly kind: MessageCount['kind']
}

/** How many messages of which kind a borrower got in a month. */
export interface MessageCountsOfBorrower {
  readonly borrower: BorrowerId
  /** Sorted by kind. */
  readonly counts: ReadonlyArray<MessageCount>
}

/** One entry for each borrower who got messages. */
export const messageCountsOfMonth = (
  messages: ReadonlyArray<MessageInMonth>,
): ReadonlyArray<MessageCountsOfBorrower> => {
  const byBorrower = new Map<BorrowerId, Map<MessageCount['kind'], number>>()
  for (const { borrower, kind } of messages) {
    const counts = byBorrower.get(borrower) ?? new Map<MessageCount['kind'], number>()
    byBorrower.set(borrower, counts.set(kind, (counts.get(kind) ?? 0) + 1))
  }
  return [...byBorrower].map(([borrower, counts]) => ({
    borrower,
    counts: [...counts].map(([kind, number]) => ({ kind, number })).sort((a, b) => a.kind.localeCompare(b.kind)),
  }))
}
