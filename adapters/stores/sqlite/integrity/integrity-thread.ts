import Database from 'better-sqlite3-multiple-ciphers'
import * as E from 'fp-ts/Either'
import { sqliteUnavailable } from '../sqlite-failure'
import { serveWriterRequests } from '../writer-thread/serve-writer-requests'
import { findFileDamage, type FileDamage } from './find-file-damage'

/** The only request of the thread: check the file. Undefined when nothing is damaged. */
export type IntegrityProtocol = { readonly check: readonly [undefined, FileDamage | undefined] }

// Runs on its own thread, beside the writer of the file, with a connection that only reads.
serveWriterRequests<string, IntegrityProtocol>((file) =>
  E.tryCatch(() => {
    const db = new Database(file, { readonly: true, fileMustExist: true })
    return {
      db,
      operations: { check: () => findFileDamage(db) },
      outsideTransactions: new Set(['check'] as const),
      rolledBack: () => undefined,
    }
  }, sqliteUnavailable),
)
