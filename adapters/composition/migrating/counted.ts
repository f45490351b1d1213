import { identity, pipe } from 'fp-ts/function'
import * as T from 'fp-ts/Task'
import type { Task } from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import type { LogName } from '../../../domain/event/stream'
import type { EventStore } from '../../../domain/ports/event-store'
import { placeOf } from '../../stores/eventstore/position'
import type { Told } from '../../stores/migration/migrate'

/** Told how many events of a log stand in the copy, and how many there are to be in the end. */
export type ToldOfAll = (log: LogName, events: number, total: number) => void

/** The log of a data folder has no gap: where its last event stands, so many there are. Zero when it cannot be read. */
const eventsIn = (log: Pick<EventStore, 'head'>): Task<number> =>
  pipe(
    TE.tryCatch(async () => placeOf(await log.head()), identity),
    TE.getOrElse(() => T.of(0)),
  )

/** Adds to what is told how many events the logs of a data folder hold. */
export const counted =
  (logs: Readonly<Record<LogName, Pick<EventStore, 'head'>>>, told: ToldOfAll): Task<Told> =>
  async () => {
    const totals = { circulation: await eventsIn(logs.circulation)(), persons: await eventsIn(logs.persons)() }
    return (log, events) => {
      told(log, events, totals[log])
    }
  }
