import * as E from 'fp-ts/Either'
import type { LivingKeyRow } from '../../../../retention/keys/key-row'
import type { CheckpointBusy, EpochIsRetired, KeyRowExistsError } from '../../../../retention/keys/key-store'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'
import { probeWrite } from '../../sqlite/probe-write'
import { truncateWriteAheadLog } from '../../sqlite/truncate-write-ahead-log'
import type { Writer } from '../../sqlite/writer-thread/serve-writer-requests'
import { decodeSentKeyRows, type KeyStoreWriterProtocol } from './key-store-writer-protocol'
import { prepareKeyWrites, type KeyStatements } from './sqlite-key-statements'

/** Inserts all rows or none: when a scope has a row already, the rows added before are removed again. */
const insertAll = (
  keyStatements: KeyStatements,
  rows: ReadonlyArray<LivingKeyRow>,
): E.Either<KeyRowExistsError | EpochIsRetired, void> => {
  const oldest = keyStatements.oldestInserted()
  if (rows.some(({ epoch }) => epoch < oldest)) return E.left({ _tag: 'EpochIsRetired' })
  const added: Array<LivingKeyRow> = []
  const existing = rows.filter((row) => !keyStatements.add(row) || added.push(row) === 0)
  if (existing.length === 0) return E.right(undefined)
  for (const { scope } of added) keyStatements.remove(scope)
  return E.left({ _tag: 'Exists', scopes: existing.map(({ scope }) => scope) })
}

const truncateKeyLog = (db: SqliteDatabase): E.Either<CheckpointBusy, void> =>
  truncateWriteAheadLog(db) ? E.right(undefined) : E.left({ _tag: 'CheckpointBusy' })

/** The only writer of a key store, on its open file. */
export const createKeyStoreWriter = (db: SqliteDatabase): Writer<KeyStoreWriterProtocol> => {
  const keyStatements = prepareKeyWrites(db)
  /** What destroys keys also overwrites what this thread has left of them in freed memory. */
  const destroying =
    <Request>(destroy: (request: Request, bytes: Uint8Array) => void) =>
    (request: Request, bytes: Uint8Array): undefined => {
      destroy(request, bytes)
      keyStatements.overwriteFreed()
    }
  return {
    db,
    operations: {
      insert: (rows, bytes) => insertAll(keyStatements, decodeSentKeyRows(rows, bytes)),
      fence: destroying(([parts, certificate]) => {
        for (const part of parts) keyStatements.fence(part, certificate)
      }),
      checkpointTruncate: () => truncateKeyLog(db),
      replace: destroying((rows, bytes) => keyStatements.replace(decodeSentKeyRows(rows, bytes))),
      remove: destroying((scopes) => scopes.forEach(keyStatements.remove)),
      refuseEpochsBefore: (epoch) => {
        keyStatements.refuseEpochsBefore(epoch)
        return undefined
      },
      probe: probeWrite(db),
    },
    outsideTransactions: new Set(['checkpointTruncate']),
    rolledBack: keyStatements.rolledBack,
  }
}
