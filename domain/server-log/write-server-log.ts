import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { Day } from '../values/day'
import type { ServerLogId } from '../values/ids'
import { PageVisitsCounted } from './events/page-visits-counted'
import { ServerLogWritten } from './events/server-log-written'
import { sumOfPageVisits, type PageVisitCount, type ServerLogBlock } from './server-log-of-hour'
import type { ServerLogState } from './server-log-state'

/** Writes what the processes logged and counted on a day, as part of a closing. */
export interface WriteServerLog {
  readonly type: 'WriteServerLog'
  readonly day: Day
  /** The scope of the day, unless the day has one already. */
  readonly serverLog: ServerLogId
  readonly blocks: ReadonlyArray<ServerLogBlock>
  readonly counts: ReadonlyArray<PageVisitCount>
}

export type ServerLogEvent = ServerLogWritten | PageVisitsCounted

const countEvents = (day: Day, counts: ReadonlyArray<PageVisitCount>): ReadonlyArray<PageVisitsCounted> =>
  counts.length === 0
    ? []
    : [PageVisitsCounted({ day, counts: counts.map(({ count }) => count), pages: sumOfPageVisits(counts) }, {})]

/** Never refused: what is written already is left out, so a repeat changes nothing. */
export const decideWriteServerLog =
  ({ day, blocks, counts, serverLog: newScope }: WriteServerLog) =>
  ({ serverLog, written }: ServerLogState): Either<never, ReadonlyArray<ServerLogEvent>> => {
    const isNew = (id: string): boolean => !written.includes(id)
    const scope = serverLog ?? newScope
    return E.right([
      ...blocks
        .filter(({ block }) => isNew(block))
        .map(({ block, hour, lines }) =>
          ServerLogWritten({ day, serverLog: scope, block }, { serverLog: { hour, lines } }),
        ),
      ...countEvents(
        day,
        counts.filter(({ count }) => isNew(count)),
      ),
    ])
  }
