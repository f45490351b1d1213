import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import type { Unavailable } from '../../../../domain/ports/keys'
import type { LibraryId } from '../../../../retention/keys/kek-ring'
import type { KeyStore } from '../../../../retention/keys/key-store'
import { unavailable } from '../../../../retention/keys/unavailable'
import { storeUnavailable } from '../../sqlite/failure'
import type { Db } from '../../sqlite/open'
import type { PlaceBytes } from '../../sqlite/writer-thread/place-bytes'
import { storeBusy, type RemoteWriter } from '../../sqlite/writer-thread/writer-thread'
import { sentRows, type KeyProtocol } from './key-request'
import { keyReading } from './reading'

const inTheirTerms = ({ reason }: StoreUnavailable): Unavailable => unavailable(reason)

/**
 * The key store in an open file that this thread reads, and that a writer elsewhere writes. Reading is one short
 * statement a row; writes share commits.
 */
export const sqliteKeyStore = (db: Db, writer: RemoteWriter<KeyProtocol>, library: LibraryId): KeyStore => {
  const rows = keyReading(db)
  const ask = <Name extends keyof KeyProtocol>(
    name: Name,
    request: (place: PlaceBytes) => KeyProtocol[Name][0],
  ): TE.TaskEither<Unavailable, KeyProtocol[Name][1]> =>
    pipe(() => writer.submit(name, request), TE.mapLeft(inTheirTerms))
  const read = <A>(work: () => A): TE.TaskEither<Unavailable, A> =>
    TE.fromIOEither(() => pipe(E.tryCatch(work, storeUnavailable), E.mapLeft(inTheirTerms)))
  return {
    library,
    insert: (made) =>
      pipe(
        TE.fromIOEither(() => (writer.isBusy() ? E.left(storeBusy) : E.right(undefined))),
        TE.flatMap(() => ask('insert', sentRows(made))),
        TE.flatMapEither((inserted) => inserted),
      ),
    read: (scopes) => read(() => scopes.flatMap(rows.find)),
    fence: (parts, certificate) => ask('fence', () => [parts, certificate]),
    checkpointTruncate: pipe(
      ask('checkpointTruncate', () => undefined),
      TE.flatMapEither((emptied) => emptied),
    ),
    page: (after, limit) => read(() => rows.page(after, limit)),
    replace: (living) => ask('replace', sentRows(living)),
    remove: (scopes) => ask('remove', () => scopes),
    count: read(rows.count),
    close: async () => {
      // The writer closes the file last, and copies its write-ahead log into it.
      db.close()
      await writer.close()
    },
  }
}
