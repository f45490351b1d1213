import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { StreamName } from '../../../../domain/event/stream'
import type { Checkpoints } from '../../../../domain/ports/checkpoints'
import type {
  Appended,
  AppendError,
  EventStore,
  StoredEvent,
  StoreUnavailable,
} from '../../../../domain/ports/event-store'
import { storeUnavailable } from '../../sqlite/failure'
import type { Db } from '../../sqlite/open'
import { forLog, type Settings } from '../../sqlite/settings'
import { startThread } from '../../sqlite/writer-thread/start-thread'
import { storeBusy, writerThread, type RemoteWriter } from '../../sqlite/writer-thread/writer-thread'
import { wrongWith } from '../check-append'
import { placeOf, positionOf } from '../position'
import { readingAll, readingStream, usualPageSize } from '../reading'
import { subscribing } from '../subscribing'
import { checkpointsOf } from './checkpoints'
import { openForReading, type LogFile } from './log-file'
import { appendRequest, type LogProtocol } from './log-request'
import { pagesOf } from './pages'
import { recentEvents } from './recent-events'
import { streamEnds } from './stream-ends'

/** One log, and how far its reactors have come, in one file. */
export interface SqliteLog {
  readonly events: EventStore
  readonly checkpoints: Checkpoints
}

const recordedEvents = (
  stream: StreamName,
  { revision }: Appended,
  first: number,
  events: ReadonlyArray<StoredEvent>,
) =>
  events.map((event, at) => ({
    ...event,
    stream,
    revision: revision - events.length + 1 + at,
    position: positionOf(first + at),
  }))

/**
 * The log in an open file that this thread reads, and that a writer elsewhere writes. An append is answered once it is
 * durable, and whoever reads after that reads it.
 */
export const logOf = (db: Db, writer: RemoteWriter<LogProtocol>): SqliteLog => {
  const ends = streamEnds(db)
  const recent = recentEvents()
  const pages = pagesOf(db, ends, recent)
  const subscriptions = subscribing(pages, usualPageSize)
  const acknowledge = (stream: StreamName, appended: Appended, events: ReadonlyArray<StoredEvent>): void => {
    const last = placeOf(appended.position)
    const first = last - events.length + 1
    if (!appended.repeated) recent.add(first, recordedEvents(stream, appended, first, events))
    ends.moved(stream, appended.revision, last)
    subscriptions.appended()
  }
  const append: EventStore['append'] =
    (stream, expected, events) => async (): Promise<E.Either<AppendError, Appended>> => {
      const wrong = wrongWith(expected, events)
      if (wrong !== undefined) return E.left(wrong)
      if (writer.isBusy()) return E.left(storeBusy)
      const written = await writer.submit('append', appendRequest(stream, expected, events))
      if (E.isLeft(written)) return written
      const answer = written.right
      if (E.isLeft(answer)) return answer
      acknowledge(stream, answer.right, events)
      return answer
    }
  const events: EventStore = {
    append,
    readStream: readingStream(pages, usualPageSize),
    readAll: readingAll(pages, usualPageSize),
    subscribe: subscriptions.subscribe,
    head: () => Promise.resolve(ends.lastPlace() === 0 ? undefined : positionOf(ends.lastPlace())),
    /** The write lock can be had, and the file be read. */
    health: async () => {
      const written = await writer.submit('health', () => undefined)
      if (E.isLeft(written)) return written
      return E.tryCatch(() => void db.pragma('user_version'), storeUnavailable)
    },
    close: async () => {
      subscriptions.close()
      // The writer closes the file last, and copies its write-ahead log into it.
      db.close()
      await writer.close()
    },
  }
  return { events, checkpoints: checkpointsOf(db, writer) }
}

const startLogThread = (log: LogFile): RemoteWriter<LogProtocol> =>
  writerThread((setUp) => startThread(__dirname, 'log-thread', { workerData: setUp, transferList: [setUp.port] }), log)

/** Opens the file of one log, and makes it where there is none. While it is open nobody else can open it as a log. */
export const openSqliteLog = (file: string, settings: Settings = forLog): E.Either<StoreUnavailable, SqliteLog> =>
  pipe(
    openForReading({ file, settings }),
    E.flatMap((db) => E.tryCatch(() => logOf(db, startLogThread({ file, settings })), storeUnavailable)),
  )
