import type { BrokenPromise } from './checks/broken-promise'
import type { LogReader } from './checks/read-logs'
import type { SimulatedYear } from './simulated-year'

/** The days of a loan that decide when it goes. */
const explainLoan = ({ groundTruth }: SimulatedYear, id: string): string => {
  const loan = [...groundTruth.loans.values()].find((one) => one.loan === id)
  if (loan === undefined) return ''
  const { lentOn, dueOn, claimedOn, endedOn, end } = loan
  return `lent ${lentOn}, due ${dueOn}, claimed ${claimedOn ?? '-'}, ended ${endedOn ?? '-'} ${end ?? ''}`
}

const explainHolds = ({ groundTruth }: SimulatedYear, id: string): ReadonlyArray<string> =>
  [...groundTruth.holds.values()]
    .filter(({ scope, hold }) => scope === id || hold === id)
    .map(({ lastDay, releasedOn }) => `held to ${lastDay}${releasedOn === null ? '' : `, released on ${releasedOn}`}`)

/**
 * What the simulation and the log know of the record that a finding is about: its class, the day on which it must go, and
 * the types of its events. No personal value is among it.
 */
export const explainFinding = (year: SimulatedYear, logs: LogReader, { about }: BrokenPromise): string => {
  const { scopes, gone } = year.groundTruth
  const scope = scopes.get(about) ?? gone.get(about)
  if (scope === undefined) return ''
  const facts = [
    `${scope.class}, goes on ${scope.lastDay ?? 'no day yet'}`,
    explainLoan(year, about),
    ...explainHolds(year, about),
    (logs.eventsOf.get(about) ?? []).join(' '),
  ]
  return facts.filter((fact) => fact !== '').join('; ')
}
