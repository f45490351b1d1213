import type { Truth } from '../life/truth'
import { strategies, type Held, type Target } from './strategies'

/** How many guesses were right, by strategy. */
export type Scores = ReadonlyArray<readonly [string, number]>

const isRight = (truth: Truth, { loan }: Target, guess: string | undefined): boolean =>
  guess !== undefined && truth.records.get(loan)?.borrower === guess

/** Lets an attacker guess whose each loan was, by every strategy, best first. */
export const attack =
  (truth: Truth, held: Held) =>
  (targets: ReadonlyArray<Target>): Scores =>
    Object.entries(strategies)
      .map(([name, strategy]) => {
        const guess = strategy(held)
        return [name, targets.filter((target) => isRight(truth, target, guess(target))).length] as const
      })
      .sort(([, one], [, other]) => other - one)

/**
 * How many would be right by the best guess that the month allows: naming for every loan of a month whoever borrowed
 * most in it, which only the truth knows.
 */
export const bestByMonth = (truth: Truth, targets: ReadonlyArray<Target>): number => {
  const byMonth = new Map<string, Map<string, number>>()
  for (const { loan, month } of targets) {
    const borrower = String(truth.records.get(loan)?.borrower)
    const counts = byMonth.get(month) ?? new Map<string, number>()
    byMonth.set(month, counts.set(borrower, (counts.get(borrower) ?? 0) + 1))
  }
  return [...byMonth.values()].reduce((right, counts) => right + Math.max(...counts.values()), 0)
}
