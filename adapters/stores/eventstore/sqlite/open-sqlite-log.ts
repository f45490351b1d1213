import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { StreamName } from '../../../../domain/event/stream'
import type { ReactorCheckpoints } from '../../../../domain/ports/reactor-checkpoints'
import type {
  AppendResult,
  AppendError,
  EventStore,
  StoredEvent,
  StoreUnavailable,
} from '../../../../domain/ports/event-store'
import { addFileNameToError, sqliteUnavailable } from '../../sqlite/sqlite-failure'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'
import { eventLogSqliteSettings, type SqliteSettings } from '../../sqlite/sqlite-settings'
import { startThread } from '../../sqlite/writer-thread/start-thread'
import { writerQueueFull, startWriterThread, type WriterThread } from '../../sqlite/writer-thread/start-writer-thread'
import { countEventsAfterPositionBySequence } from '../count-events-after'
import { validateAppend } from '../validate-append'
import { positionOfSequence } from '../sequence-position'
import { readAllInPages, readStreamInPages, defaultEventPageSize } from '../read-event-pages'
import { createLogSubscriptions } from '../log-subscriptions'
import { sqliteReactorCheckpoints } from './sqlite-reactor-checkpoints'
import { openLogForReading, type EventLogFile } from './event-log-file'
import { startSqliteCheckpointThread } from '../../sqlite/checkpoints/start-sqlite-checkpoint-thread'
import {
  checkpointerWithinWriter,
  createSqliteLogCheckpointer,
  type SqliteLogCheckpointer,
} from './sqlite-log-checkpointer'
import {
  encodeAppendRequestForWriter,
  isAppendRefusal,
  type SentAppendResult,
  type LogProtocol,
} from './log-writer-protocol'
import { createLogCache } from './log-cache'
import { createReadGuardDuringShuffle } from '../reads-during-shuffle'
import { sqliteShuffling } from './sqlite-shuffling'
import { readerOfEventsWithPositionOutOfRange, createSqlitePageReader } from './sqlite-page-reader'

/** A log and the checkpoints of its reactors in one file. */
export interface SqliteLog {
  readonly events: EventStore
  readonly checkpoints: ReactorCheckpoints
}

/**
 * The log in an open file that this thread reads and another thread writes. An append is answered once it is durable;
 * every later read finds it.
 */
export const createSqliteLogOnOpenFile = (
  db: SqliteDatabase,
  writer: WriterThread<LogProtocol>,
  fileCheckpointing: SqliteLogCheckpointer = checkpointerWithinWriter,
): SqliteLog => {
  const nameFile = addFileNameToError(db.name)
  const cache = createLogCache(db)
  const pageReader = createSqlitePageReader(db, cache)
  const subscriptions = createLogSubscriptions(pageReader, defaultEventPageSize)
  const acknowledge = (
    stream: StreamName,
    appended: SentAppendResult,
    events: ReadonlyArray<StoredEvent>,
  ): AppendResult => {
    cache.acknowledge(stream, appended, events)
    fileCheckpointing.appended(events.length)
    subscriptions.notifyAppended()
    const [revision, sequence, repeated] = appended
    return { revision, position: positionOfSequence(sequence), repeated }
  }
  const append: EventStore['append'] =
    (stream, expected, events) => async (): Promise<E.Either<AppendError, AppendResult>> => {
      const invalid = validateAppend(expected, events)
      if (invalid !== undefined) return E.left(invalid)
      if (writer.isBusy()) return E.left(writerQueueFull)
      const answer = await writer.submit('append', encodeAppendRequestForWriter(stream, expected, events))
      if (E.isLeft(answer)) return E.left(nameFile(answer.left))
      return isAppendRefusal(answer.right) ? E.left(answer.right) : E.right(acknowledge(stream, answer.right, events))
    }
  const guard = createReadGuardDuringShuffle(pageReader)
  const checkpoints = sqliteReactorCheckpoints(db, writer)
  const readOutOfRange = readerOfEventsWithPositionOutOfRange(db)
  const head: EventStore['head'] = () => Promise.resolve(cache.recent.head() || undefined)
  const events: EventStore = {
    recent: cache.recent,
    append,
    readStream: readStreamInPages(pageReader, defaultEventPageSize),
    readAll: readAllInPages(guard.beginRead, defaultEventPageSize),
    subscribe: subscriptions.subscribe,
    // A page that cannot be read throws: the caller gets a rejection, as from the other readers.
    eventsOutOfRange: () => Promise.resolve().then(readOutOfRange),
    head,
    countAfter: countEventsAfterPositionBySequence(head),
    shuffling: sqliteShuffling(db, writer, checkpoints, {
      guard,
      removeEventsFromMemory: cache.removeEvents,
      whileCheckpointsPaused: fileCheckpointing.whilePaused,
    }),
    /** Right when the write lock can be taken and the file can be read. */
    health: async () => {
      const written = await writer.submit('health', () => undefined)
      return pipe(
        written,
        E.flatMap(() => E.tryCatch(() => void db.pragma('user_version'), sqliteUnavailable)),
        E.mapLeft(nameFile),
      )
    },
    probeWrite: pipe(() => writer.submit('probe', () => undefined), TE.mapLeft(nameFile)),
    close: async () => {
      subscriptions.close()
      // The writer closes the file last, so that it copies the write-ahead log into it.
      await fileCheckpointing.close()
      db.close()
      await writer.close()
    },
  }
  return { events, checkpoints }
}

const startLogThread = (log: EventLogFile): WriterThread<LogProtocol> =>
  startWriterThread(
    (setup) => startThread(__dirname, 'event-log-writer-thread', { workerData: setup, transferList: [setup.port] }),
    log,
  )

/** Opens the file of one log, or makes it. It cannot be opened as a log by anyone else while it is open. */
export const openSqliteLog = (
  file: string,
  settings: SqliteSettings = eventLogSqliteSettings,
): E.Either<StoreUnavailable, SqliteLog> =>
  pipe(
    openLogForReading({ file, settings }),
    E.flatMap((db) =>
      E.tryCatch(
        () =>
          createSqliteLogOnOpenFile(
            db,
            startLogThread({ file, settings }),
            createSqliteLogCheckpointer(() => startSqliteCheckpointThread({ files: [file], settings })),
          ),
        sqliteUnavailable,
      ),
    ),
    E.mapLeft(addFileNameToError(file)),
  )
