import type { GroundTruth } from '../simulation/ground-truth'
import { attackStrategies, type AttackerKnowledge, type AttackTarget } from './attack-strategies'

/** The number of right guesses of each strategy. */
export type AttackScores = ReadonlyArray<readonly [string, number]>

const isRight = (groundTruth: GroundTruth, { loan }: AttackTarget, guess: string | undefined): boolean =>
  guess !== undefined && groundTruth.records.get(loan)?.borrower === guess

/** Guesses the borrower of each loan with every strategy. Returns the scores, best first. */
export const scoreAttack =
  (groundTruth: GroundTruth, knowledge: AttackerKnowledge) =>
  (targets: ReadonlyArray<AttackTarget>): AttackScores =>
    Object.entries(attackStrategies)
      .map(([name, strategy]) => {
        const guess = strategy(knowledge)
        return [name, targets.filter((target) => isRight(groundTruth, target, guess(target))).length] as const
      })
      .sort(([, one], [, other]) => other - one)

/**
 * The best score that the month alone allows: guessing for every loan of a month the borrower with most loans in it,
 * who is known from the ground truth only.
 */
export const bestPossibleScoreByMonth = (groundTruth: GroundTruth, targets: ReadonlyArray<AttackTarget>): number => {
  const byMonth = new Map<string, Map<string, number>>()
  for (const { loan, month } of targets) {
    const borrower = String(groundTruth.records.get(loan)?.borrower)
    const counts = byMonth.get(month) ?? new Map<string, number>()
    byMonth.set(month, counts.set(borrower, (counts.get(borrower) ?? 0) + 1))
  }
  return [...byMonth.values()].reduce((right, counts) => right + Math.max(...counts.values()), 0)
}
