import type * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as RA from 'fp-ts/ReadonlyArray'
import * as T from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import type { Pool, QueryConfig, QueryResultRow } from 'pg'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { ScopeId } from '../../../../domain/values/ids'
import type { Epoch, LibraryId } from '../../../../retention/keys/kek-ring'
import type { EpochIsRetired, KeyRowExistsError, KeyCount, KeyStore } from '../../../../retention/keys/key-store'
import { inTransaction } from '../../postgres/in-transaction'
import { findPostgresKeyRows } from './read-postgres-key-rows-of-scopes'
import { insertKeysInBatches } from './insert-keys'
import { rewriteKeyPartitions } from './key-partitions'
import { keysUnavailableFrom } from './keys-unavailable-from'
import { createKeyTablePartitionSplitter } from './key-partition-splitter'
import { decodePostgresKeyRow, decodeScopeColumns, type PostgresKeyRow, type ScopeColumns } from './postgres-key-row'
import * as statements from './postgres-key-statements'
import { readKeyPage } from './read-key-page'
import { createKeyVacuum } from './vacuum-keys'

/** A key store on PostgreSQL, whose rows have to be rewritten now and then. */
export interface PostgresKeyStore extends KeyStore {
  /**
   * Rewrites all rows, one partition after the other. Each epoch does this after it has re-wrapped the keys. Then no bytes
   * of destroyed and replaced keys are left in the table, and neither the transaction number of a row (`xmin`) nor its
   * place in the file tells which keys were made together.
   */
  readonly rewrite: TE.TaskEither<Unavailable, void>
  /** The oldest epoch in which keys are inserted; 0 before the first roll. */
  readonly acceptedEpoch: TE.TaskEither<Unavailable, Epoch>
}

/** Connections for requests, and one for maintenance. */
interface KeyStorePools {
  readonly pool: Pool
  readonly maintenance: Pool
}

/** The key store in a database. Each call is one transaction; concurrent inserts share one. */
export const createPostgresKeyStore = ({ pool, maintenance }: KeyStorePools, library: LibraryId): PostgresKeyStore => {
  const tryQuery = <A>(work: () => Promise<A>): TE.TaskEither<Unavailable, A> => TE.tryCatch(work, keysUnavailableFrom)
  const queryRows = <R extends QueryResultRow>(statement: QueryConfig) =>
    pipe(
      tryQuery(() => pool.query<R>(statement)),
      TE.map(({ rows }): ReadonlyArray<R> => rows),
    )
  const execute = (statement: QueryConfig) =>
    pipe(
      queryRows(statement),
      TE.map(() => undefined),
    )
  /** Asks about all rows, one part of the partitions after the other. */
  const readParts = <R extends QueryResultRow>(statementOf: (first: ScopeId, end: ScopeId | null) => QueryConfig) =>
    pipe(
      queryRows<{ readonly lower: ScopeId }>(statements.firstScopeOfPartitionsStatement),
      TE.flatMap((firsts) =>
        pipe(
          firsts,
          TE.traverseSeqArrayWithIndex((at, { lower }) =>
            queryRows<R>(statementOf(lower, firsts[at + 1]?.lower ?? null)),
          ),
        ),
      ),
      TE.map((parts) => parts.flat()),
    )
  const keyRows = (read: () => Promise<ReadonlyArray<PostgresKeyRow>>) =>
    pipe(
      tryQuery(read),
      TE.map((found) => found.flatMap(decodePostgresKeyRow)),
    )
  const runInTransaction = (texts: ReadonlyArray<string>): Promise<void> =>
    inTransaction(maintenance)(async (client) => {
      for (const statement of texts) await client.query(statement)
    })
  const insertKeys = insertKeysInBatches(pool)
  const growth = createKeyTablePartitionSplitter(maintenance)
  const vacuum = createKeyVacuum(maintenance)
  return {
    library,
    insert: (living) =>
      pipe(
        tryQuery(() => insertKeys(living)),
        TE.flatMapEither((outcome: E.Either<KeyRowExistsError | EpochIsRetired | Unavailable, void>) => outcome),
        TE.tapIO(() => () => growth.added(living.length)),
      ),
    read: (scopes) => keyRows(() => findPostgresKeyRows(pool, scopes)),
    fence: (parts, certificate) =>
      pipe(
        execute(statements.destroyAndFenceKeysStatement(parts, certificate)),
        T.tapIO(() => () => vacuum.changed(parts.map(({ scope }) => scope))),
      ),
    checkpointTruncate: pipe(
      tryQuery(vacuum.run),
      TE.flatMapEither((outcome) => outcome),
    ),
    page: (after, limit) =>
      keyRows(() => readKeyPage<PostgresKeyRow>(pool, (last) => statements.keyPageStatement(last, limit), after)),
    livingPage: (after, limit) =>
      keyRows(() => readKeyPage<PostgresKeyRow>(pool, (last) => statements.livingKeyPageStatement(last, limit), after)),
    livingScopes: (after, limit) =>
      pipe(
        tryQuery(() => readKeyPage<ScopeColumns>(pool, (last) => statements.livingScopesStatement(last, limit), after)),
        TE.map((found) => found.flatMap(decodeScopeColumns)),
      ),
    replace: (living) => execute(statements.replaceKeysStatement(living)),
    remove: (scopes) =>
      pipe(
        RA.chunksOf(statements.maxScopesPerStatement)(scopes),
        TE.traverseSeqArray((some) => execute(statements.removeKeysStatement(some))),
        TE.map(() => undefined),
        T.tapIO(() => () => vacuum.changed(scopes)),
      ),
    count: pipe(
      readParts<KeyCount>(statements.countKeysStatement),
      TE.map((counts) => ({
        living: counts.reduce((sum, { living }) => sum + living, 0),
        fenced: counts.reduce((sum, { fenced }) => sum + fenced, 0),
      })),
    ),
    oldestEpoch: pipe(
      readParts<{ readonly epoch: Epoch | null }>(statements.selectOldestKeyEpochStatement),
      TE.map((parts) => parts.flatMap(({ epoch }) => epoch ?? []).sort((a, b) => a - b)[0]),
    ),
    acceptedEpoch: pipe(
      queryRows<{ readonly epoch: Epoch }>(statements.selectAcceptedEpochStatement),
      TE.map(([row]) => row?.epoch ?? 0),
    ),
    refuseEpochsBefore: (epoch) => tryQuery(() => runInTransaction(statements.refuseOlderEpochsStatements(epoch))),
    rewrite: tryQuery(() => rewriteKeyPartitions(maintenance)),
    close: async () => {
      await growth.settled()
      await Promise.all([pool.end(), maintenance.end()])
    },
  }
}
