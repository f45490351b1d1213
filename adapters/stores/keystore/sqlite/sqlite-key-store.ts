import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { LibraryId } from '../../../../retention/keys/kek-ring'
import type { KeyStore } from '../../../../retention/keys/key-store'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { addFileNameToError, sqliteUnavailable } from '../../sqlite/sqlite-failure'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'
import type { MessageByteAppender } from '../../sqlite/writer-thread/message-byte-appender'
import { writerQueueFull, type WriterThread } from '../../sqlite/writer-thread/start-writer-thread'
import { encodeKeyRows, type KeyStoreWriterProtocol } from './key-store-writer-protocol'
import { prepareKeyReads } from './key-row-reader'
import { createDestroyedKeyOverwriter } from './destroyed-key-overwriter'

const keyUnavailable =
  ({ name }: SqliteDatabase) =>
  (error: StoreUnavailable): Unavailable =>
    keysUnavailable(addFileNameToError(name)(error).reason)

/**
 * The key store in an open file that this thread reads and another thread writes. Reads are one short statement a row;
 * writes share group commits.
 */
export const createSqliteKeyStore = (
  db: SqliteDatabase,
  writer: WriterThread<KeyStoreWriterProtocol>,
  library: LibraryId,
): KeyStore => {
  const keyReads = prepareKeyReads(db)
  const toKeyUnavailable = keyUnavailable(db)
  const write = <Name extends keyof KeyStoreWriterProtocol>(
    name: Name,
    request: (placeBytes: MessageByteAppender) => KeyStoreWriterProtocol[Name][0],
  ): TE.TaskEither<Unavailable, KeyStoreWriterProtocol[Name][1]> =>
    pipe(() => writer.submit(name, request), TE.mapLeft(toKeyUnavailable))
  const read = <A>(work: () => A): TE.TaskEither<Unavailable, A> =>
    TE.fromIOEither(() => pipe(E.tryCatch(work, sqliteUnavailable), E.mapLeft(toKeyUnavailable)))
  const destroyedKeyOverwriter = createDestroyedKeyOverwriter(keyReads.overwriteCachedPages)
  const overwriteDestroyedKeys = read(destroyedKeyOverwriter.overwrite)
  return {
    library,
    insert: (rows) =>
      pipe(
        TE.fromIOEither(() => (writer.isBusy() ? E.left(writerQueueFull) : E.right(undefined))),
        TE.flatMap(() => write('insert', encodeKeyRows(rows))),
        TE.flatMapEither((inserted) => inserted),
      ),
    read: (scopes) => read(() => scopes.flatMap(keyReads.find)),
    fence: (parts, certificate) => destroyedKeyOverwriter.countCall(write('fence', () => [parts, certificate])),
    checkpointTruncate: pipe(
      write('checkpointTruncate', () => undefined),
      // Also when an open read prevents it: then it stays in the file, but not in memory.
      TE.chainFirst(() => overwriteDestroyedKeys),
      TE.flatMapEither((truncated) => truncated),
    ),
    page: (after, limit) => read(() => keyReads.page(after, limit)),
    livingPage: (after, limit) => read(() => keyReads.livingPage(after, limit)),
    livingScopes: (after, limit) => read(() => keyReads.livingScopes(after, limit)),
    replace: (rows) => destroyedKeyOverwriter.countCall(write('replace', encodeKeyRows(rows))),
    remove: (scopes) =>
      pipe(
        destroyedKeyOverwriter.countCall(write('remove', () => scopes)),
        TE.chainFirst(() => overwriteDestroyedKeys),
      ),
    count: read(keyReads.count),
    oldestEpoch: read(keyReads.oldestEpoch),
    refuseEpochsBefore: (epoch) => write('refuseEpochsBefore', () => epoch),
    probeWrite: write('probe', () => undefined),
    close: async () => {
      // The writer closes the file last, so that it copies the write-ahead log into it.
      db.close()
      await writer.close()
    },
  }
}
