import { loansOf, registrationsOf, type DoneActivity } from './activities'

/** An entry of a third log: a registration or a loan, with its id. */
export interface OrderedEntry {
  readonly kind: DoneActivity['kind']
  readonly id: string
}

/** Ties each loan to the borrower who stands last before it. */
export const tieToLastRegistered = (order: ReadonlyArray<OrderedEntry>): ReadonlyMap<string, string> => {
  const ties = new Map<string, string>()
  let last: string | undefined
  for (const { kind, id } of order)
    if (kind === 'register') last = id
    else if (last !== undefined) ties.set(id, last)
  return ties
}

/** How many loans are tied to the right borrower. */
export const rightTies = (activities: ReadonlyArray<DoneActivity>, ties: ReadonlyMap<string, string>): number =>
  loansOf(activities).filter(({ id, borrower }) => ties.get(id) === borrower).length

/** The right ties by the true order of the activities: what a perfect third log would give. */
export const rightTiesByTrueOrder = (activities: ReadonlyArray<DoneActivity>): number =>
  rightTies(activities, tieToLastRegistered(activities))

/**
 * The most that the two logs alone give within a month: guessing the borrower with most loans for all of them, or the
 * borrowers in the order of their registration, spread over the loans.
 */
export const rightWithoutThirdLog = (activities: ReadonlyArray<DoneActivity>): number => {
  const [loans, borrowers] = [loansOf(activities), registrationsOf(activities)]
  const most = Math.max(...borrowers.map((borrower) => loans.filter((loan) => loan.borrower === borrower).length))
  const spread = new Map(
    loans.flatMap(({ id }, at) => {
      const borrower = borrowers[Math.floor((at * borrowers.length) / loans.length)]
      return borrower === undefined ? [] : [[id, borrower] as const]
    }),
  )
  return Math.max(most, rightTies(activities, spread))
}
