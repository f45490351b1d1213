import type { Stored } from '../stored'
import { recordOf } from './records'

/** A forgotten loan as the log shows it: where it began, and in which month. */
export interface Target {
  readonly loan: string
  readonly at: number
  readonly month: string
}

/** What an attacker holds: both logs, and whose the living records are (nobody's, to one without a key). */
export interface Held {
  readonly events: ReadonlyArray<Stored>
  readonly owners: ReadonlyMap<string, string>
}

export type Guess = (target: Target) => string | undefined

const circulationOf = ({ events }: Held) => events.filter(({ log }) => log === 'circulation')
const personsOf = ({ events }: Held) => events.filter(({ log }) => log === 'persons')
const of = (type: string) => (event: Stored) => event.type === type
const borrowerIn = ({ opened }: Stored): string => String(opened['borrower'])

/** The forgotten loans of a log. */
export const targetsIn = (events: ReadonlyArray<Stored>, living: ReadonlySet<string>): ReadonlyArray<Target> =>
  events
    .filter(({ log }) => log === 'circulation')
    .flatMap((event, at) => {
      const loan = recordOf(event)
      return event.type !== 'LoanStarted' || loan === undefined || living.has(loan)
        ? []
        : [{ loan, at, month: event.recorded.slice(0, 7) }]
    })

/** Somebody who is written down as seen in the month. */
const seenInTheMonth = (held: Held): Guess => {
  const seen = personsOf(held).filter(of('BorrowerSeen'))
  return ({ month }) => seen.filter(({ recorded }) => recorded === month).map(borrowerIn)[0]
}

/** The order of registration is the order of first loans: the loans of a month go to its newcomers in turn. */
const inOrderOfRegistration = (held: Held): Guess => {
  const newcomers = personsOf(held).filter(of('BorrowerRegistered'))
  const loans = circulationOf(held)
    .map((event, at) => ({ event, at }))
    .filter(({ event }) => event.type === 'LoanStarted')
  return ({ at, month }) => {
    const whose = newcomers.filter(({ recorded }) => recorded === month).map(borrowerIn)
    const those = loans.filter(({ event }) => event.recorded.startsWith(month))
    const turn = those.findIndex((loan) => loan.at === at)
    return whose[Math.floor((turn * whose.length) / those.length)]
  }
}

/** The newest borrower of all when the loan was made. */
const newestBorrower = (held: Held): Guess => {
  const newcomers = personsOf(held).filter(of('BorrowerRegistered'))
  return ({ month }) =>
    newcomers
      .filter(({ recorded }) => recorded <= month)
      .map(borrowerIn)
      .at(-1)
}

/** Whoever has the living record nearest to it in the log. */
const nearestLiving = (held: Held): Guess => {
  const living = circulationOf(held).flatMap((event, at) => {
    const owner = held.owners.get(recordOf(event) ?? '')
    return owner === undefined ? [] : [{ at, owner }]
  })
  return ({ at }) => [...living].sort((one, other) => Math.abs(one.at - at) - Math.abs(other.at - at)).at(0)?.owner
}

/** Whose living record is the fewest steps away, from neighbour to neighbour on a day and along each record. */
const alongNeighbours = (held: Held): Guess => {
  const desk = circulationOf(held).filter((event) => recordOf(event) !== undefined)
  const next = new Map<string, Set<string>>()
  for (const [index, event] of desk.entries()) {
    const before = desk[index - 1]
    if (before === undefined || before.recorded !== event.recorded) continue
    const [a, b] = [String(recordOf(before)), String(recordOf(event))]
    next.set(a, (next.get(a) ?? new Set()).add(b))
    next.set(b, (next.get(b) ?? new Set()).add(a))
  }
  return ({ loan }) => {
    const reached = new Set([loan])
    for (const record of reached) {
      const owner = held.owners.get(record)
      if (owner !== undefined) return owner
      for (const neighbour of next.get(record) ?? []) reached.add(neighbour)
    }
    return undefined
  }
}

/** The best that is known to try. Each guesses a borrower for a forgotten loan, or passes. */
export const strategies: Readonly<Record<string, (held: Held) => Guess>> = {
  'somebody seen in the month': seenInTheMonth,
  'order of registration': inOrderOfRegistration,
  'the newest borrower': newestBorrower,
  'the nearest living record': nearestLiving,
  'along neighbours and records': alongNeighbours,
}
