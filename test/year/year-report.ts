import { timeOfChecks } from './checks/check-midnight'
import type { SimulatedYear } from './simulated-year'

/** When a year began: the clock of the machine, and the processor time of this process, its threads included. */
export interface YearStart {
  readonly at: number
  readonly processor: NodeJS.CpuUsage
}

export const startOfYear = (): YearStart => ({ at: performance.now(), processor: process.cpuUsage() })

const row = (name: string, value: number | string): string => `${name.padEnd(70)}${String(value).padStart(10)}`

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`

/** What happened in a year, by kind, and how long it took. */
export const yearReport = (
  { counts, groundTruth }: SimulatedYear,
  { at, processor }: YearStart,
): ReadonlyArray<string> => {
  const { user, system } = process.cpuUsage(processor)
  const kinds = [...counts].sort(([one], [other]) => (one < other ? -1 : 1))
  const checks = [...timeOfChecks].sort(([, one], [, other]) => other - one)
  return [
    ...kinds.map(([kind, times]) => row(kind, times)),
    row('records that live', groundTruth.scopes.size),
    row('records that have gone', groundTruth.gone.size),
    row('borrowers who were erased', groundTruth.erased.size),
    ...checks.map(([name, time]) => row(`check: ${name}`, seconds(time))),
    row('all checks', seconds([...timeOfChecks.values()].reduce((sum, time) => sum + time, 0))),
    row('processor time', seconds((user + system) / 1000)),
    row('time', seconds(performance.now() - at)),
  ]
}
