import type { BackupHorizonDeclared } from '../../domain/erasure/events/backup-horizon-declared'
import type { LogName } from '../../domain/event/stream'
import type { Day } from '../../domain/values/day'
import { lastDayOf } from '../../domain/values/month'
import type { OpenPartOfEvent } from '../schedule/open-part-of-event'
import { addToCount, sumOfCounts, type CountsBy } from './counts'

/** A destroyed wrapping key. `passed`: a hardware module attests it; `declared`: the library says so. */
interface BackupHorizon {
  readonly status: 'passed' | 'declared'
  readonly supersededOn: Day
  readonly destroyedOn: Day
}

/** Whether copies of the key store from before an erasure can still be unwrapped. */
type HorizonStatus = 'open' | 'declared' | 'passed'

/** The erased scopes by the day (in *persons*: the month) of their certificates, for each status. */
export type ErasedByHorizon = Readonly<Record<HorizonStatus, CountsBy<string>>>

const statusOfEvent: Readonly<Record<string, BackupHorizon['status']>> = {
  BackupHorizonDeclared: 'declared',
  BackupHorizonPassed: 'passed',
}

const byDay = (one: BackupHorizon, other: BackupHorizon): number => (one.supersededOn < other.supersededOn ? -1 : 1)

/** How many erased scopes of both logs can still be opened with older copies of the keys. */
export const countOpenErasures = ({ circulation, persons }: Readonly<Record<LogName, ErasedByHorizon>>): number =>
  sumOfCounts(circulation.open) + sumOfCounts(persons.open)

/** Collects the destroyed wrapping keys. The first that was superseded after a certificate closes its horizon. */
export const createHorizonCollector = () => {
  const horizons: BackupHorizon[] = []
  return {
    apply: ({ type, open }: Pick<OpenPartOfEvent, 'type' | 'open'>): void => {
      const status = statusOfEvent[type]
      if (status !== undefined) horizons.push({ status, ...(open as BackupHorizonDeclared['open']) })
    },
    erasedByHorizon: (erased: CountsBy<string>): ErasedByHorizon => {
      const sorted = horizons.toSorted(byDay)
      const counts = { open: new Map<string, number>(), declared: new Map(), passed: new Map() }
      for (const [date, number] of erased) {
        const lastDay = lastDayOf(date)
        const horizon = sorted.find(({ supersededOn }) => supersededOn > lastDay)
        addToCount(counts[horizon?.status ?? 'open'], date, number)
      }
      return counts
    },
    destroyedKeys: (): number => horizons.length,
    /** The last day on which a wrapping key was destroyed; null while none was. */
    lastDestroyedOn: (): Day | null =>
      horizons
        .map(({ destroyedOn }) => destroyedOn)
        .sort()
        .at(-1) ?? null,
  }
}
