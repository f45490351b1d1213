import { addDays, weekdayOf, type Day } from '../../domain/values/day'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { acquireAllCopies, registerEverybody } from './actions/register'
import { passOnForCollection } from './actions/collection'
import { readFeedOfCprRegister } from './actions/cpr-register'
import { printLetters } from './actions/staff-day'
import { isOpen, spendOpenDay } from './actions/spend-day'
import { broken, describeBroken, type BrokenPromise } from './checks/broken-promise'
import { checkOverHttp } from './checks/check-over-http'
import { midnightChecks, runChecks, wholeChecks } from './checks/check-midnight'
import type { Midnight } from './checks/midnight'
import { createLogReader, type LogReader } from './checks/read-logs'
import { explainFinding } from './explain-finding'
import { closeTrueDay, closeTrueMonth } from './ground-truth/close-true-day'
import { learnFromEvents } from './ground-truth/learn-from-library'
import { nothingLearned } from './ground-truth/learned-facts'
import { openingsNotRecorded } from './ground-truth/learn-openings'
import { takeScopesGoneAfter } from './ground-truth/scopes'
import { mailOfYear, sendMessages, type MailOfYear } from './send-mail'
import { makeSimulatedYear, todayIn, type OpenedYear, type SimulatedYear } from './simulated-year'
import type { YearPlan } from './year-plan'

/** A simulation that goes on day by day. */
export interface RunningYear {
  readonly year: SimulatedYear
  readonly logs: LogReader
  readonly mail: MailOfYear
  readonly folder: string
  /** What servers of the library have written. */
  readonly output: string[]
}

/** Opens the library of a year: copies, borrowers, and guardians of the children. */
export const startYear = async (
  opened: OpenedYear,
  folder: string,
  mail: Parameters<typeof mailOfYear>[0],
  plan: YearPlan,
  seed: number,
): Promise<RunningYear> => {
  const year = makeSimulatedYear(opened, plan, seed)
  await acquireAllCopies(year)
  await registerEverybody(year)
  return { year, logs: createLogReader(opened.library), mail: mailOfYear(mail, folder), folder, output: [] }
}

/** Closes the day in the library, and in what is known of it. */
export const passMidnight = async ({
  year,
  logs,
  folder,
  output,
}: RunningYear): Promise<Midnight & { readonly found: ReadonlyArray<BrokenPromise> }> => {
  // prettier-ignore
  const { library, groundTruth } = year
  const day = todayIn(year)
  const facts = learnFromEvents(groundTruth, nothingLearned(day), await logs.readNew())
  const billed = closeTrueDay(year, day)
  rightOrThrow(await library.clock.moveTo(addDays(1)(day), () => undefined)())
  rightOrThrow(await library.catchUpReadModels())
  learnFromEvents(groundTruth, facts, await logs.readNew())
  const notLevied = groundTruth.expectedFees.splice(0).map(({ borrower }) => broken('outstandingBalance', 'a fee was not levied', borrower)) // prettier-ignore
  const notBilled = [...billed].filter((loan) => !facts.billed.has(loan))
  const found = [
    ...notLevied,
    ...notBilled.map((loan) => broken('outstandingBalance', 'a lost copy was not billed', loan)),
    ...groundTruth.expectedVersions
      .splice(0)
      .map(({ borrower }) => broken('cprNumber', 'a change was not applied', borrower)),
    ...groundTruth.expectedDisclosures.splice(0).map((file) => broken('disclosures', 'one was not recorded', file)),
    ...openingsNotRecorded(groundTruth, facts).map((id) => broken('accesses', 'an opening was not recorded', id)),
    ...closeTrueMonth(year, day, facts),
  ]
  return {
    day,
    year,
    folder,
    facts,
    logs,
    output,
    gone: takeScopesGoneAfter(groundTruth, day),
    found: [...facts.broken, ...found],
  }
}

/** Whether the checks that read everything are made after the n-th day of a plan. */
const isNightOfWholeCheck = ({ daysBetweenWholeChecks, days }: YearPlan, nth: number): boolean =>
  nth % daysBetweenWholeChecks === 0 || nth === days

/** Now and then a server of the library is asked. */
const daysBetweenRequests = 30

/**
 * The n-th day: what people do, the closing, the checks, and the messages that go out. Answers the promises that are
 * broken.
 */
export const spendDay = async (running: RunningYear, nth: number): Promise<ReadonlyArray<BrokenPromise>> => {
  const { year, mail } = running
  if (isOpen(year)) await spendOpenDay(year)
  const ofCollection = weekdayOf(todayIn(year)) === 4 ? await passOnForCollection(year) : []
  await readFeedOfCprRegister(year)
  const midnight = await passMidnight(running)
  const found = await runChecks(midnightChecks, midnight)
  const foundInAll = isNightOfWholeCheck(year.plan, nth) ? await runChecks(wholeChecks, midnight) : []
  const ofRequests = nth % daysBetweenRequests === 15 ? await runChecks({ overHttp: checkOverHttp }, midnight) : []
  await printLetters(year)
  const ofMail = await sendMessages(year, mail, midnight.day)
  const alarms = year.alarms.splice(0).map((alarm) => broken('no alarm', alarm, 'library'))
  return [...ofCollection, ...midnight.found, ...found, ...foundInAll, ...ofRequests, ...ofMail, ...alarms]
}

const describeFinding = ({ year, logs }: RunningYear, day: Day, one: BrokenPromise): string =>
  `${day}: ${describeBroken(one)} ${explainFinding(year, logs, one)}`.trimEnd()

/** Spends all days of the plan. Stops at the first midnight at which a promise is broken, and answers which. */
export const spendYear = async (running: RunningYear): Promise<ReadonlyArray<string>> => {
  const { plan } = running.year
  for (let nth = 1; nth <= plan.days; nth += 1) {
    const day = todayIn(running.year)
    const found = await spendDay(running, nth)
    if (found.length > 0) return found.map((one) => describeFinding(running, day, one))
  }
  return []
}

/** The kinds of which too little happened. */
export const missingKinds = ({ plan: { least }, counts }: SimulatedYear): ReadonlyArray<string> =>
  Object.entries(least)
    .filter(([kind, atLeast]) => (counts.get(kind) ?? 0) < atLeast)
    .map(([kind, atLeast]) => `${kind}: ${String(counts.get(kind) ?? 0)} of ${String(atLeast)}`)
