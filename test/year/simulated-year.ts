import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { defaultLibraryPolicy, type Policy } from '../../domain/policy/policy'
import { unkeyedOrigin, type CommandMetadata } from '../../domain/use-cases/command-metadata'
import type { Day } from '../../domain/values/day'
import type { BorrowerId, BranchId, CopyId, LoanId, MunicipalityCode, TitleId } from '../../domain/values/ids'
import { noonOf } from '../../domain/values/instant'
import { monthOf } from '../../domain/values/month'
import type { Volume } from '../../domain/values/volume'
import type { createCprRegisterFolder } from '../fixtures/cpr-register/cpr-register-folder'
import { makeSeededRandom, type SeededRandom } from '../forensic/simulation/seeded-random'
import { emptyGroundTruth, type GroundTruth, type TrueBorrower } from './ground-truth/ground-truth'
import { lateClosingsOf, policyWithClosings } from './closed-days-of-year'
import { collectionOfYear } from './collector-of-year'
import type { DigitalPostOfYear } from './digital-post-of-year'
import type { PaymentServiceOfYear } from './payment-service-of-year'
import type { YearPlan } from './year-plan'

export const branchesOfYear = ['DK-785100', 'DK-785101', 'DK-785102'].map((branch) => branch as BranchId)

/**
 * One institution is not reminded, the branches close on Sundays, whoever is inactive for one year is erased, debts are passed on
 * for collection, and net media are for the residents of one municipality.
 */
export const policyOfYear: Policy = {
  ...defaultLibraryPolicy,
  closedDays: { branches: {}, otherwise: { weekdays: [0], yearly: [], days: [], periods: [] } },
  inactivity: { years: 1, noticeMonths: 1 },
  messages: { ...defaultLibraryPolicy.messages, notReminded: ['institution'] },
  collection: collectionOfYear,
  netMedia: { municipalities: ['851' as MunicipalityCode] },
}

/** The days on which branches are closed beside Sundays. */
export const lateClosings = lateClosingsOf('2025-12-29' as Day, branchesOfYear)

/** The policy of each day of a year. */
export const policyByDayOfYear = policyWithClosings(policyOfYear, branchesOfYear, lateClosings)

export interface CopyOfYear {
  readonly copy: CopyId
  readonly title: TitleId
  /** Of a periodical; null for any other copy. */
  readonly volume: Volume | null
  /** In øre. */
  readonly price: number
  readonly homeBranch: BranchId
}

/** Ms of the time by which messages wait for another attempt, and locks last. It passes with the days. */
export interface TimeOfYear {
  passed: number
}

/** The folder of the CPR register, and what its office puts there. */
type CprRegisterFolder = ReturnType<typeof createCprRegisterFolder>

/** The state of a simulated year. */
export interface SimulatedYear {
  readonly library: RunningLibrary
  readonly cprRegister: CprRegisterFolder
  readonly paymentService: PaymentServiceOfYear
  readonly digitalPost: DigitalPostOfYear
  readonly time: TimeOfYear
  /** The alarms of the library that nobody has looked at. */
  readonly alarms: string[]
  readonly plan: YearPlan
  readonly random: SeededRandom
  readonly groundTruth: GroundTruth
  readonly copies: ReadonlyArray<CopyOfYear>
  /** Borrowers in the order in which they come most often. */
  readonly visitors: BorrowerId[]
  readonly plannedReturns: Map<Day, Array<{ readonly loan: LoanId; readonly copy: CopyId }>>
  /** On which day each copy was last handled. */
  readonly copyHandledOn: Map<CopyId, Day>
  /** How often each kind of action was done, or was refused. */
  readonly counts: Map<string, number>
  /** The cases of offline machines that staff have resolved: they are listed no more. */
  readonly resolvedCases: Set<string>
  /** The guardianships that staff ended. */
  readonly removedGuardians: Set<string>
  /** Makes texts unique. */
  readonly numbers: { last: number }
}

/** What a year is opened with. */
export type OpenedYear = Pick<
  SimulatedYear,
  'library' | 'cprRegister' | 'alarms' | 'paymentService' | 'digitalPost' | 'time'
>

const priceInKroner = 200

/** Every twentieth title is a periodical with a copy of each quarter. */
const isPeriodical = (n: number): boolean => n % 20 === 5

const copiesOfTitle = (n: number): number => {
  if (isPeriodical(n)) return 4
  return n % 3 === 0 ? 2 : 1
}

const stockOf = (titles: number): ReadonlyArray<CopyOfYear> =>
  Array.from({ length: titles }, (_, n) => n).flatMap((n) =>
    Array.from({ length: copiesOfTitle(n) }, (_, copy) => ({
      title: String(52_000_000 + n) as TitleId,
      copy: String(3_200_000_000 + 10 * n + copy) as CopyId,
      volume: isPeriodical(n) ? (`2025/${String(1 + copy)}` as Volume) : null,
      price: (priceInKroner + (n % 50)) * 100,
      homeBranch: branchesOfYear[n % branchesOfYear.length]!,
    })),
  )

export const makeSimulatedYear = (opened: OpenedYear, plan: YearPlan, seed: number): SimulatedYear => ({
  ...{
    ...opened,
    plan,
    random: makeSeededRandom(seed),
    groundTruth: emptyGroundTruth(),
    copies: stockOf(plan.titles),
  },
  ...{ visitors: [], plannedReturns: new Map(), copyHandledOn: new Map(), counts: new Map(), numbers: { last: 0 } },
  ...{ resolvedCases: new Set(), removedGuardians: new Set() },
})

export const todayIn = ({ library }: SimulatedYear): Day => library.useCaseDependencies.commandHandling.clock.today()

/** Noon of the library's day. One command in ten has an idempotency key. */
export const metadataIn = (year: SimulatedYear): CommandMetadata => ({
  at: noonOf(todayIn(year)),
  origin: year.random.withProbability(0.1) ? { _tag: 'Keyed', key: `key ${String(nextNumber(year))}` } : unkeyedOrigin,
})

export const count = ({ counts }: SimulatedYear, kind: string, by = 1): void =>
  void counts.set(kind, (counts.get(kind) ?? 0) + by)

/** Runs a command, and counts it. Undefined when it was refused. */
export const attempt = async <A>(
  year: SimulatedYear,
  kind: string,
  command: TaskEither<unknown, A>,
): Promise<A | undefined> => {
  const outcome = await command()
  if (E.isRight(outcome)) {
    count(year, kind)
    return outcome.right
  }
  const left = outcome.left as { readonly refusal?: Readonly<Record<string, unknown>>; readonly _tag: string }
  const because = left.refusal === undefined ? left._tag : Object.values(left.refusal).join(' ')
  count(year, `${kind}: refused, ${because}`)
  return undefined
}

/** A number that no other text of the year has. */
export const nextNumber = (year: SimulatedYear): number => (year.numbers.last += 1)

export const anyBranch = ({ random }: SimulatedYear): BranchId => random.pickOne(branchesOfYear)!

/** A registered borrower, those who come often more often. */
export const pickVisitor = ({ random, visitors, groundTruth }: SimulatedYear): TrueBorrower | undefined => {
  const id = visitors[Math.floor(random.fraction() ** 1.5 * visitors.length)]
  return id === undefined ? undefined : groundTruth.borrowers.get(id)
}

/** The borrower uses the library today. */
export const noteUse = (year: SimulatedYear, borrower: BorrowerId): void => {
  const known = year.groundTruth.borrowers.get(borrower)
  if (known !== undefined) known.lastActiveIn = todayIn(year).slice(0, 7) as TrueBorrower['lastActiveIn']
}

/** Notes for the statistics of the month that something happened today. */
export const countInMonth = ({ groundTruth, ...year }: SimulatedYear, kind: 'loans' | 'undone' | 'bills'): void => {
  const key = `${monthOf(todayIn({ groundTruth, ...year }))} ${kind}`
  groundTruth.happenedInMonth.set(key, (groundTruth.happenedInMonth.get(key) ?? 0) + 1)
}
