import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { EventPage, EventStore, Position, StoreUnavailable } from '../../../../domain/ports/event-store'
import { sequenceOfPosition } from '../sequence-position'
import { createPageReaderOfWholeLog } from '../sqlite/sqlite-page-reader'
import { openDatabaseReadOnly } from '../../sqlite/copying/open-database-read-only'
import { sqliteUnavailable } from '../../sqlite/sqlite-failure'
import type { LogPlace } from './log-place'

/** Reads a log on a thread that does not write it. */
export interface LogReader {
  /** At most so many events after a position; '' is the start of the log. Rejects with an Error that is a StoreUnavailable. */
  readonly page: (after: Position | '', limit: number) => Promise<EventPage>
  readonly close: () => Promise<void>
}

const readerOfFile = (file: string): E.Either<StoreUnavailable, LogReader> =>
  E.tryCatch(() => {
    const db = openDatabaseReadOnly({ file })
    const read = createPageReaderOfWholeLog(db)
    return {
      // A promise, so that what cannot be read rejects.
      page: (after, limit) =>
        Promise.resolve().then(() => read(sequenceOfPosition(after === '' ? undefined : after), limit)),
      close: () => {
        db.close()
        return Promise.resolve()
      },
    }
  }, sqliteUnavailable)

const readerOfStore = (log: EventStore): LogReader => ({
  page: async (after, limit) => {
    const events: Array<EventPage[number]> = []
    for await (const page of log.readAll(after === '' ? { limit } : { after, limit })) events.push(...page)
    return events
  },
  close: () => log.close(),
})

/** Loads the client of a server only when a log is on one: it takes a second, and tens of megabytes. */
const openLogOnServer =
  (place: Exclude<LogPlace, { readonly _tag: 'File' }>): TE.TaskEither<StoreUnavailable, EventStore> =>
  async () => {
    if (place._tag === 'Postgres')
      return (await import('../postgres/open-postgres-log.js')).openPostgresLog(place.url)()
    const { openKurrentLog } = await import('../kurrentdb/open-kurrent-log.js')
    return openKurrentLog(place.url, place.namespace === undefined ? {} : { namespace: place.namespace })()
  }

/** Opens a log for reading, with a connection of its own. */
export const openLogReader = (place: LogPlace): TE.TaskEither<StoreUnavailable, LogReader> =>
  place._tag === 'File' ? TE.fromEither(readerOfFile(place.file)) : pipe(openLogOnServer(place), TE.map(readerOfStore))
