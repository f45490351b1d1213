import type { Day } from '../values/day'
import type { PageVisitCountId, ServerLogBlockId } from '../values/ids'
import type { PageVisits, ServerLogLine } from './server-log-line'

/** What one process logged in one hour of a day, from 0 to 23. */
export interface ServerLogBlock {
  readonly block: ServerLogBlockId
  readonly day: Day
  readonly hour: number
  readonly lines: ReadonlyArray<ServerLogLine>
}

/** The visits that one process counted in some hour of a day. */
export interface PageVisitCount {
  readonly count: PageVisitCountId
  readonly day: Day
  readonly pages: ReadonlyArray<PageVisits>
}

/** The sum of counts, by page in the order of the alphabet. */
export const sumOfPageVisits = (counts: ReadonlyArray<Pick<PageVisitCount, 'pages'>>): ReadonlyArray<PageVisits> => {
  const visitsByPage = new Map<string, number>()
  for (const { page, visits } of counts.flatMap(({ pages }) => pages))
    visitsByPage.set(page, (visitsByPage.get(page) ?? 0) + visits)
  return [...visitsByPage].sort(([one], [other]) => (one < other ? -1 : 1)).map(([page, visits]) => ({ page, visits }))
}
