import type { StolenYear } from '../evidence/collect-year'
import { recordsConnectedToLiving, recordsOfFirstVisits } from './connected-records'
import { linkStrategiesOf } from './link-strategies'
import { hollowRecordsOf, livingRecordsOf, dataWithLivingKeys, dataWithoutKey } from './attacker-data'
import { namingByCopies, namingByLogs } from './naming-strategies'
import {
  bestPossibleScoreByMonth,
  bestStrategy,
  betterThanAllowed,
  betterThanGuessing,
  scoreLinking,
  scoreNaming,
  type StrategyScore,
} from './score-attack'
import { attackTargetsIn, makeKnowledge, type AttackTarget, type AttackerData } from './attacker-knowledge'

/** The forgotten loans that are scored together. */
export type TargetKind = 'apart' | 'first loans' | 'tied' | 'of erased borrowers'

/** What one attacker reached with one kind of target. */
export interface AttackOutcome {
  readonly attacker: string
  readonly kind: TargetKind
  readonly targets: number
  /** Of all forgotten loans. */
  readonly share: number
  /** The best score that the month allows for all of them. */
  readonly best: number
  /** By both logs and the living keys, and by copies, files, lists and figures as well. */
  readonly namingByLogs: ReadonlyArray<StrategyScore>
  readonly namingByCopies: ReadonlyArray<StrategyScore>
  readonly linking: ReadonlyArray<StrategyScore>
  /** The strategies that did better by the logs than the month allows. */
  readonly betterByLogs: ReadonlyArray<StrategyScore>
  /** The strategies that did better by copies than the month allows, and than the logs alone. */
  readonly betterByCopies: ReadonlyArray<StrategyScore>
}

/**
 * The forgotten loans: `apart` when no chain of visits reaches a living record, `tied` when one does. Two kinds are
 * scored by themselves: those of `apart` that were made right after a registration, for whatever dates registrations
 * names them, and the loans of borrowers who were erased on request, whose own period is not over.
 */
const targetsByKind = (year: StolenYear, all: ReadonlyArray<AttackTarget>): ReadonlyMap<TargetKind, AttackTarget[]> => {
  const known = all.filter(({ loan }) => year.groundTruth.records.has(loan))
  const tied = recordsConnectedToLiving(year.groundTruth, livingRecordsOf(year).living)
  const [hollow, first] = [new Set(hollowRecordsOf(year)), recordsOfFirstVisits(year.groundTruth)]
  const apart = known.filter(({ loan }) => !tied.has(loan) && !hollow.has(loan))
  return new Map<TargetKind, AttackTarget[]>([
    ['apart', apart.filter(({ loan }) => !first.has(loan))],
    ['first loans', apart.filter(({ loan }) => first.has(loan))],
    ['tied', known.filter(({ loan }) => tied.has(loan) && !hollow.has(loan))],
    ['of erased borrowers', known.filter(({ loan }) => hollow.has(loan))],
  ])
}

/** Attacks a year with some data. */
export const attackWith = (year: StolenYear, attacker: string, data: AttackerData): ReadonlyArray<AttackOutcome> => {
  const knowledge = makeKnowledge(data)
  const all = attackTargetsIn(knowledge, livingRecordsOf(year).living)
  const [byLogs, byCopies, links] = [namingByLogs(knowledge), namingByCopies(knowledge), linkStrategiesOf(knowledge)]
  return [...targetsByKind(year, all)].map(([kind, targets]): AttackOutcome => {
    const named = scoreNaming(year.groundTruth, byLogs, targets)
    const namedByCopies = scoreNaming(year.groundTruth, byCopies, targets)
    const linked = scoreLinking(year.groundTruth, links, targets)
    const known = bestStrategy(named)?.right ?? 0
    const better = (scores: ReadonlyArray<StrategyScore>, knownByLogs?: number) =>
      kind === 'first loans' ? betterThanGuessing(scores) : betterThanAllowed(scores, targets.length, knownByLogs)
    return {
      ...{ attacker, kind, targets: targets.length, share: targets.length / Math.max(1, all.length) },
      best: bestPossibleScoreByMonth(year.groundTruth, targets),
      ...{ namingByLogs: named, namingByCopies: namedByCopies, linking: linked },
      betterByLogs: better(named),
      betterByCopies: [...better(namedByCopies, known), ...better(linked)],
    }
  })
}

/** Attacks a year without a key, and with every living key. */
export const attackYear = (year: StolenYear): ReadonlyArray<AttackOutcome> => [
  ...attackWith(year, 'no key', dataWithoutKey(year)),
  ...attackWith(year, 'every living key', dataWithLivingKeys(year)),
]

const percent = (part: number, whole: number): string =>
  `${String(part)} of ${String(whole)} (${whole === 0 ? '0' : ((100 * part) / whole).toFixed(2)} %)`

const describeScore = (name: string, score: StrategyScore | undefined): string =>
  score === undefined
    ? `  ${name}: none`
    : `  ${name}: ${percent(score.right, score.guessed)} by ${score.strategy}; the month allows ${String(score.best)}`

/** Lines for people: the share of each kind of target, the best strategies, and what the month allows. */
export const outcomeLines = (size: string, { attacker, kind, ...outcome }: AttackOutcome): ReadonlyArray<string> => [
  `${size}, ${attacker}, ${kind}: ${String(outcome.targets)} loans, ${(100 * outcome.share).toFixed(1)} % of the forgotten; the best guess by month is right for ${percent(outcome.best, outcome.targets)}`,
  describeScore('named by the logs', bestStrategy(outcome.namingByLogs)),
  describeScore('named by copies too', bestStrategy(outcome.namingByCopies)),
  describeScore('linked', bestStrategy(outcome.linking)),
]
