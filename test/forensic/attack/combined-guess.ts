import { makeActivityCheck } from './activity-by-month'
import { registrationsByGuessedDay, type GuessedDays } from './guessed-registration-days'
import { firstAtOrAfter, type GuessBorrower } from './guess'
import type { AttackTarget, AttackerKnowledge } from './attacker-knowledge'

/** How many steps an attacker follows from record to neighbouring record. */
const maxSteps = 4
/** How many registrations before and after a loan an attacker considers. */
const considered = 3

/** Records that stand side by side on one day. */
const neighboursOf = ({ circulation }: AttackerKnowledge): ReadonlyMap<string, ReadonlySet<string>> => {
  const next = new Map<string, Set<string>>()
  const join = (one: string, other: string): void => void next.set(one, (next.get(one) ?? new Set()).add(other))
  const withRecord = circulation.filter(({ record }) => record !== undefined)
  for (const [index, { record = '', time }] of withRecord.entries()) {
    const before = withRecord[index - 1]
    if (before?.record === undefined || Math.floor(before.time) !== Math.floor(time)) continue
    join(before.record, record)
    join(record, before.record)
  }
  return next
}

/** The borrowers of living records that few steps lead to, and how many: a step goes to a neighbour or along a record. */
const livingNear = (knowledge: AttackerKnowledge) => {
  const next = neighboursOf(knowledge)
  return ({ loan }: AttackTarget): ReadonlyArray<readonly [string, number]> => {
    if (knowledge.owners.size === 0) return []
    const found: (readonly [string, number])[] = []
    const visited = new Set([loan])
    let now = [loan]
    for (let step = 1; step <= maxSteps && found.length < 4; step++) {
      now = now.flatMap((record) => [...(next.get(record) ?? [])].filter((one) => !visited.has(one)))
      for (const record of now) {
        visited.add(record)
        const borrower = knowledge.owners.get(record)
        if (borrower !== undefined) found.push([borrower, step])
      }
    }
    return found
  }
}

/**
 * Ranks the borrowers who may have made a loan by all that the attacker knows: how near their registration was by a days,
 * how few steps lead to a living record of theirs, and whether *persons* says that they were active then. Certainty is how
 * much likelier the first one is than the second (natural logarithm).
 */
export const makeCombinedGuess = (knowledge: AttackerKnowledge): ((days: GuessedDays) => GuessBorrower) => {
  const mayHaveBorrowed = makeActivityCheck(knowledge)
  const near = livingNear(knowledge)
  const nearByLoan = new Map<string, ReadonlyArray<readonly [string, number]>>()
  const livingOf = (target: AttackTarget) => {
    const known = nearByLoan.get(target.loan) ?? near(target)
    nearByLoan.set(target.loan, known)
    return known
  }
  return (days) => {
    const ordered = registrationsByGuessedDay(knowledge, days)
    return (target) => {
      const weights = new Map<string, number>()
      const weigh = (borrower: string, weight: number): void => {
        if (mayHaveBorrowed(borrower, target.month))
          weights.set(borrower, Math.max(weight, weights.get(borrower) ?? -Infinity))
      }
      const next = firstAtOrAfter(ordered, target.time)
      for (const { borrower, time } of ordered.slice(Math.max(0, next - considered), next + considered))
        weigh(borrower, Math.log(0.3) - 4 * Math.abs(target.time - time))
      for (const [borrower, steps] of livingOf(target)) weigh(borrower, Math.log(0.6) - 0.7 * steps)
      const [first, second] = [...weights].sort(([, one], [, other]) => other - one)
      return first && { borrower: first[0], certainty: first[1] - (second?.[1] ?? -20) }
    }
  }
}
