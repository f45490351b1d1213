import { loansOf, registrationsOf, type DoneActivity } from './activities'
import { rightTies, tieToLastRegistered, type OrderedEntry } from './tie-loans'

/** What an observer saw after an activity: the new lines of output, and the metrics. */
export interface Observation {
  readonly output: ReadonlyArray<string>
  readonly metrics: string
}

const metricLine = /^([^#\s]\S*) (-?[\d.e+-]+)$/
const withoutNumbers = (line: string): string => line.replaceAll(/[0-9a-f-]{36}|\d+/g, '#')

/** For each kind of line and each metric: how often it has counted after each activity. */
const countsByName = (observations: ReadonlyArray<Observation>): ReadonlyMap<string, ReadonlyArray<number>> => {
  const counts = new Map<string, number[]>()
  const countsOf = (name: string): number[] => {
    const found = counts.get(name) ?? []
    counts.set(name, found)
    return found
  }
  const firsts = new Map<string, number>()
  for (const [at, { output, metrics }] of observations.entries()) {
    for (const line of output) {
      const series = countsOf(withoutNumbers(line))
      series[at] = (series.at(-1) ?? 0) + 1
    }
    for (const line of metrics.split('\n')) {
      const [, name = '', value = ''] = metricLine.exec(line) ?? []
      if (name === '') continue
      const first = firsts.get(name) ?? Number(value)
      firsts.set(name, first)
      countsOf(name)[at] = Number(value) - first
    }
  }
  return counts
}

/** The number of the activity after which a count has reached n, for n from 1. */
const timesOf = (series: ReadonlyArray<number | undefined>, length: number): ReadonlyArray<number> => {
  const times: number[] = []
  for (let at = 0; at < series.length; at++)
    while (times.length < length && (series[at] ?? 0) > times.length) times.push(at)
  while (times.length < length) times.push(Infinity)
  return times
}

/** Both logs in the order in which two series have counted; what counted at the same time: registrations first. */
const orderBy = (
  registrations: ReadonlyArray<string>,
  loans: ReadonlyArray<string>,
  registeredAt: ReadonlyArray<number>,
  lentAt: ReadonlyArray<number>,
): ReadonlyArray<OrderedEntry> =>
  [
    ...registrations.map((id, at) => ({ kind: 'register' as const, id, time: registeredAt[at] ?? Infinity })),
    ...loans.map((id, at) => ({ kind: 'lend' as const, id, time: lentAt[at] ?? Infinity })),
  ].toSorted((one, other) => (one.time === other.time ? 0 : one.time - other.time))

/**
 * The most loans that an observer ties to the right borrower: it takes, in turn, every pair of lines or metrics for a
 * count of registrations and a count of loans, and puts the two logs in the order in which they counted.
 */
export const bestTiesByOutput = (
  activities: ReadonlyArray<DoneActivity>,
  observations: ReadonlyArray<Observation>,
): number => {
  const [registrations, loans] = [registrationsOf(activities), loansOf(activities).map(({ id }) => id)]
  const series = [...countsByName(observations).values()].filter((counts) => counts.some((count) => count > 0))
  let best = 0
  for (const ofRegistrations of series)
    for (const ofLoans of series) {
      const registeredAt = timesOf(ofRegistrations, registrations.length)
      const lentAt = timesOf(ofLoans, loans.length)
      const order = orderBy(registrations, loans, registeredAt, lentAt)
      best = Math.max(best, rightTies(activities, tieToLastRegistered(order)))
    }
  return best
}
