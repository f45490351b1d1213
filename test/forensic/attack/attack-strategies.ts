import type { StoredLogEvent } from '../stored-events'
import { recordOfEvent } from './record-of-event'

/** A forgotten loan as the log shows it: its index in the log and its month. */
export interface AttackTarget {
  readonly loan: string
  readonly at: number
  readonly month: string
}

/** What an attacker knows: both logs, and the borrowers of the living records (none without a key). */
export interface AttackerKnowledge {
  readonly events: ReadonlyArray<StoredLogEvent>
  readonly owners: ReadonlyMap<string, string>
}

export type GuessBorrower = (target: AttackTarget) => string | undefined

const circulationOf = ({ events }: AttackerKnowledge) => events.filter(({ log }) => log === 'circulation')
const personsOf = ({ events }: AttackerKnowledge) => events.filter(({ log }) => log === 'persons')
const isOfType = (type: string) => (event: StoredLogEvent) => event.type === type
const borrowerIn = ({ openPart }: StoredLogEvent): string => String(openPart['borrower'])

/** The forgotten loans in *circulation*. */
export const attackTargetsIn = (
  events: ReadonlyArray<StoredLogEvent>,
  living: ReadonlySet<string>,
): ReadonlyArray<AttackTarget> =>
  events
    .filter(({ log }) => log === 'circulation')
    .flatMap((event, at) => {
      const loan = recordOfEvent(event)
      return event.type !== 'LoanStarted' || loan === undefined || living.has(loan)
        ? []
        : [{ loan, at, month: event.recorded.slice(0, 7) }]
    })

/** Guesses a borrower who is recorded as seen in the month. */
const seenInTheMonth = (knowledge: AttackerKnowledge): GuessBorrower => {
  const seen = personsOf(knowledge).filter(isOfType('BorrowerSeen'))
  return ({ month }) => seen.filter(({ recorded }) => recorded === month).map(borrowerIn)[0]
}

/** Guesses that the borrowers who registered in the month made its loans, in the order of registration. */
const inOrderOfRegistration = (knowledge: AttackerKnowledge): GuessBorrower => {
  const newcomers = personsOf(knowledge).filter(isOfType('BorrowerRegistered'))
  const loans = circulationOf(knowledge)
    .map((event, at) => ({ event, at }))
    .filter(({ event }) => event.type === 'LoanStarted')
  return ({ at, month }) => {
    const whose = newcomers.filter(({ recorded }) => recorded === month).map(borrowerIn)
    const those = loans.filter(({ event }) => event.recorded.startsWith(month))
    const turn = those.findIndex((loan) => loan.at === at)
    return whose[Math.floor((turn * whose.length) / those.length)]
  }
}

/** Guesses the borrower who had registered last when the loan was made. */
const newestBorrower = (knowledge: AttackerKnowledge): GuessBorrower => {
  const newcomers = personsOf(knowledge).filter(isOfType('BorrowerRegistered'))
  return ({ month }) =>
    newcomers
      .filter(({ recorded }) => recorded <= month)
      .map(borrowerIn)
      .at(-1)
}

/** Guesses the borrower of the living record that is nearest in the log. */
const nearestLiving = (knowledge: AttackerKnowledge): GuessBorrower => {
  const living = circulationOf(knowledge).flatMap((event, at) => {
    const owner = knowledge.owners.get(recordOfEvent(event) ?? '')
    return owner === undefined ? [] : [{ at, owner }]
  })
  return ({ at }) => [...living].sort((one, other) => Math.abs(one.at - at) - Math.abs(other.at - at)).at(0)?.owner
}

/** Guesses the borrower of the living record that is the fewest steps away. A step leads to a neighbour of the same day or along a record. */
const alongNeighbours = (knowledge: AttackerKnowledge): GuessBorrower => {
  const withRecord = circulationOf(knowledge).filter((event) => recordOfEvent(event) !== undefined)
  const next = new Map<string, Set<string>>()
  for (const [index, event] of withRecord.entries()) {
    const before = withRecord[index - 1]
    if (before === undefined || before.recorded !== event.recorded) continue
    const [a, b] = [String(recordOfEvent(before)), String(recordOfEvent(event))]
    next.set(a, (next.get(a) ?? new Set()).add(b))
    next.set(b, (next.get(b) ?? new Set()).add(a))
  }
  return ({ loan }) => {
    const visited = new Set([loan])
    for (const record of visited) {
      const owner = knowledge.owners.get(record)
      if (owner !== undefined) return owner
      for (const neighbour of next.get(record) ?? []) visited.add(neighbour)
    }
    return undefined
  }
}

/** The strategies of an attacker. Each guesses the borrower of a forgotten loan, or returns undefined. */
export const attackStrategies: Readonly<Record<string, (knowledge: AttackerKnowledge) => GuessBorrower>> = {
  'somebody seen in the month': seenInTheMonth,
  'order of registration': inOrderOfRegistration,
  'the newest borrower': newestBorrower,
  'the nearest living record': nearestLiving,
  'along neighbours and records': alongNeighbours,
}
