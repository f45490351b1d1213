import type { GroundTruth } from '../simulation/ground-truth'
import { chainsOf } from './connected-records'
import type { GuessBorrower } from './guess'
import type { Links } from './link-strategies'
import type { AttackTarget } from './attacker-knowledge'

/** How well one strategy did with the targets that it guessed at. */
export interface StrategyScore {
  readonly strategy: string
  readonly guessed: number
  readonly right: number
  /** The best score that the month alone allows for those targets. */
  readonly best: number
}

/** An attacker may guess only where a guess seems sure: the surest of a hundred, of twenty, of five, and all. */
const certainShares = [0.01, 0.05, 0.2, 1]

const borrowerOf = ({ records }: GroundTruth, record: string): string | undefined => records.get(record)?.borrower

/** The members of each month, counted by a property: the greatest count of each month, added up. */
const mostOfEachMonth = (
  targets: ReadonlyArray<AttackTarget>,
  propertyOf: (target: AttackTarget) => string,
): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const byMonth = new Map<string, Map<string, number>>()
  for (const target of targets) {
    const counts = byMonth.get(target.month) ?? new Map<string, number>()
    byMonth.set(target.month, counts.set(propertyOf(target), (counts.get(propertyOf(target)) ?? 0) + 1))
  }
  return byMonth
}

/**
 * The best score that the month alone allows: guessing for every loan of a month the borrower with most loans in it,
 * who is known from the ground truth only.
 */
export const bestPossibleScoreByMonth = (groundTruth: GroundTruth, targets: ReadonlyArray<AttackTarget>): number =>
  [...mostOfEachMonth(targets, ({ loan }) => String(borrowerOf(groundTruth, loan))).values()].reduce(
    (right, counts) => right + Math.max(...counts.values()),
    0,
  )

/** The scores of strategies that name borrowers, for all their guesses and for the surest of them. */
export const scoreNaming = (
  groundTruth: GroundTruth,
  strategies: ReadonlyMap<string, GuessBorrower>,
  targets: ReadonlyArray<AttackTarget>,
): ReadonlyArray<StrategyScore> =>
  [...strategies].flatMap(([strategy, guess]) => {
    const guesses = targets
      .flatMap((target) => {
        const guessed = guess(target)
        return guessed === undefined ? [] : [{ target, ...guessed }]
      })
      .sort((one, other) => other.certainty - one.certainty)
    return certainShares.map((share) => {
      const surest = guesses.slice(0, Math.ceil(share * guesses.length))
      return {
        strategy: share === 1 ? strategy : `${strategy}, the surest ${String(100 * share)} %`,
        guessed: surest.length,
        right: surest.filter(({ target, borrower }) => borrowerOf(groundTruth, target.loan) === borrower).length,
        best: bestPossibleScoreByMonth(groundTruth, surest.map(({ target }) => target)), // prettier-ignore
      }
    })
  })

/**
 * The scores of strategies that link a loan with another record. A link is right when both are of one borrower and no
 * chain of visits connects them: that things of one visit stand together is no secret. The best that the month allows is
 * to link every loan of a month with one of the borrower who has most.
 */
export const scoreLinking = (
  groundTruth: GroundTruth,
  strategies: ReadonlyMap<string, Links>,
  targets: ReadonlyArray<AttackTarget>,
): ReadonlyArray<StrategyScore> => {
  const chainOf = chainsOf(groundTruth)
  return [...strategies].map(([strategy, links]) => {
    const linked = targets.flatMap((target) => {
      const other = links.get(target.loan)
      return other === undefined || chainOf(other) === chainOf(target.loan) ? [] : [{ target, other }]
    })
    const right = linked.filter(
      ({ target, other }) =>
        borrowerOf(groundTruth, other) !== undefined &&
        borrowerOf(groundTruth, target.loan) === borrowerOf(groundTruth, other),
    )
    const best = bestPossibleScoreByMonth(groundTruth, linked.map(({ target }) => target)) // prettier-ignore
    return { strategy, guessed: linked.length, right: right.length, best }
  })
}

/** What chance may add to an expected number of right guesses: one or another of hundreds of strategies is lucky. */
const withLuck = (expected: number): number => expected + 3 * Math.sqrt(expected)

/**
 * The strategies that named more loans made right after a registration than guessing among those who registered in the
 * month. The months are shuffled at random, and these loans are few, so chance is allowed for.
 */
export const betterThanGuessing = (scores: ReadonlyArray<StrategyScore>): ReadonlyArray<StrategyScore> =>
  scores.filter(({ right, best }) => right > 1 + withLuck(best))

/**
 * The strategies that did better than the month allows, when all targets are guessed at. `known` is how many right guesses
 * the logs alone give, which is no news of what else is there. Strategies that guess at a few loans only count when
 * chance does not explain it.
 */
export const betterThanAllowed = (
  scores: ReadonlyArray<StrategyScore>,
  targets: number,
  known = 0,
): ReadonlyArray<StrategyScore> =>
  scores.filter(({ guessed, right, best }) =>
    guessed === targets
      ? right > Math.max(best, withLuck(known))
      : right > Math.max(1 + withLuck(best), withLuck((known * guessed) / targets)),
  )

/** The strategy with most right guesses. */
export const bestStrategy = (scores: ReadonlyArray<StrategyScore>): StrategyScore | undefined =>
  [...scores].sort((one, other) => other.right - one.right)[0]
