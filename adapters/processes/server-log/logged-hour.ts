import * as RA from 'fp-ts/ReadonlyArray'
import type { Random } from '../../../domain/ports/random'
import type { ShortTermEntry } from '../../../domain/ports/short-term-store'
import type { ServerLogLine } from '../../../domain/server-log/server-log-line'
import { entriesOfPageVisitCount, entriesOfServerLogBlock } from '../../../domain/use-cases/waiting-server-log'
import type { Day } from '../../../domain/values/day'
import type { PageVisitCountId, ServerLogBlockId } from '../../../domain/values/ids'

/** The most lines of one event. */
const linesOfBlockAtMost = 1000

/** The most different lines of an hour that a process holds. Further addresses are not logged: a flood fills no memory. */
const linesOfHourAtMost = 20_000

/** What this process logs and counts in one hour of a day. */
export interface LoggedHour {
  readonly day: Day
  readonly hour: number
  readonly logRequest: (address: string, browser: string) => void
  readonly countVisit: (page: string) => void
  /** The entries of the short-term store, grouped by what they hold. The lines are in random order. */
  readonly entries: (random: Random) => ReadonlyArray<ReadonlyArray<ShortTermEntry>>
}

/** Begins an hour, from 0 to 23. */
export const createLoggedHour = (day: Day, hour: number): LoggedHour => {
  const lines = new Map<string, ServerLogLine>()
  const visits = new Map<string, number>()

  const blockEntries = ({ uuid, shuffle }: Random): ReadonlyArray<ReadonlyArray<ShortTermEntry>> =>
    RA.chunksOf(linesOfBlockAtMost)(shuffle([...lines.values()])).map((chunk) =>
      entriesOfServerLogBlock({ block: uuid() as ServerLogBlockId, day, hour, lines: chunk }),
    )

  const countEntries = ({ uuid, shuffle }: Random): ReadonlyArray<ReadonlyArray<ShortTermEntry>> => {
    const pages = shuffle([...visits]).map(([page, times]) => ({ page, visits: times }))
    return pages.length === 0 ? [] : [entriesOfPageVisitCount({ count: uuid() as PageVisitCountId, day, pages })]
  }

  return {
    ...{ day, hour },
    logRequest: (address, browser) => {
      const key = `${address} ${browser}`
      const requests = (lines.get(key)?.requests ?? 0) + 1
      if (lines.has(key) || lines.size < linesOfHourAtMost) lines.set(key, { address, browser, requests })
    },
    countVisit: (page) => void visits.set(page, (visits.get(page) ?? 0) + 1),
    entries: (random) => [...blockEntries(random), ...countEntries(random)],
  }
}
