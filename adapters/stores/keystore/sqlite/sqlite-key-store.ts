import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { LibraryId } from '../../../../retention/keys/kek-ring'
import type { LivingKeyRow } from '../../../../retention/keys/key-row'
import type { CheckpointBusy, KeyRowExists, KeyStore } from '../../../../retention/keys/key-store'
import { keysUnavailable } from '../../../../retention/keys/keys-unavailable'
import { sqliteUnavailable } from '../../sqlite/sqlite-failure'
import { groupCommit } from '../../sqlite/group-commit'
import type { Db } from '../../sqlite/open-database'
import { prepareKeyStatements, type KeyStatements } from './sqlite-key-statements'

const keyUnavailable = <F extends { readonly _tag: string }>(
  failure: F | StoreUnavailable,
): Exclude<F, StoreUnavailable> | Unavailable =>
  isStoreUnavailable(failure) ? keysUnavailable(failure.reason) : (failure as Exclude<F, StoreUnavailable>)

const isStoreUnavailable = (failure: { readonly _tag: string }): failure is StoreUnavailable =>
  failure._tag === 'StoreUnavailable'

/** Inserts all rows or none: when a scope has a row already, the rows added before are removed again. */
const insertAll =
  (keyStatements: KeyStatements, rows: ReadonlyArray<LivingKeyRow>) => (): E.Either<KeyRowExists, void> => {
    const added: Array<LivingKeyRow> = []
    const existing = rows.filter((row) => !keyStatements.add(row) || added.push(row) === 0)
    if (existing.length === 0) return E.right(undefined)
    for (const { scope } of added) keyStatements.remove(scope)
    return E.left({ _tag: 'Exists', scopes: existing.map(({ scope }) => scope) })
  }

const truncateKeyLog = (db: Db): E.Either<CheckpointBusy, void> => {
  const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as ReadonlyArray<{ readonly busy: number }>
  return result?.busy === 0 ? E.right(undefined) : E.left({ _tag: 'CheckpointBusy' })
}

/** The key store in an open file. Reads are one short statement a row; writes share group commits. */
export const sqliteKeyStore = (db: Db, library: LibraryId): KeyStore => {
  const keyStatements = prepareKeyStatements(db)
  const { submit, close } = groupCommit({ committed: () => undefined, rolledBack: keyStatements.rolledBack })(db)
  const write = <F extends { readonly _tag: string }, A>(work: () => E.Either<F, A>) =>
    TE.mapLeft(keyUnavailable<F>)(() => submit(work))
  const read = <A>(work: () => A): TE.TaskEither<Unavailable, A> =>
    TE.fromIOEither(() => E.mapLeft(keyUnavailable<never>)(E.tryCatch(work, sqliteUnavailable)))
  const forEach =
    <A>(apply: (row: A) => unknown) =>
    (rows: ReadonlyArray<A>): TE.TaskEither<Unavailable, void> =>
      write((): E.Either<never, void> => {
        for (const row of rows) apply(row)
        return E.right(undefined)
      })
  return {
    library,
    insert: (rows) => write(insertAll(keyStatements, rows)),
    read: (scopes) => read(() => scopes.flatMap(keyStatements.find)),
    fence: (parts, certificate) =>
      forEach((part: (typeof parts)[number]) => keyStatements.fence(part, certificate))(parts),
    checkpointTruncate: TE.flatMapEither(
      (outcome: E.Either<CheckpointBusy, void>): E.Either<CheckpointBusy | Unavailable, void> => outcome,
    )(read(() => truncateKeyLog(db))),
    page: (after, limit) => read(() => keyStatements.page(after, limit)),
    replace: forEach(keyStatements.replace),
    remove: forEach(keyStatements.remove),
    count: read(keyStatements.count),
    close: () => {
      close()
      db.close()
      return Promise.resolve()
    },
  }
}
