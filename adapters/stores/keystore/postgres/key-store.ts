import * as E from 'fp-ts/Either'
import { flow, pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Pool, QueryConfig, QueryResultRow } from 'pg'
import type { ScopeId } from '../../../../domain/values/ids'
import type { Unavailable } from '../../../../domain/ports/keys'
import type { LibraryId } from '../../../../retention/keys/kek-ring'
import type { LivingRow } from '../../../../retention/keys/key-row'
import type { Exists, KeyCount, KeyStore } from '../../../../retention/keys/key-store'
import { unavailable } from '../../../../retention/keys/unavailable'
import { sqlStateOf, storeUnavailable } from '../../postgres/failure'
import { inTransaction } from '../../postgres/in-transaction'
import { onceFree } from '../../postgres/once-free'
import { toRow, type Columns } from './row'
import * as statements from './statements'
import { sweep } from './sweep'

/** A key store, and what PostgreSQL needs besides. */
export interface PostgresKeyStore extends KeyStore {
  /**
   * Writes all rows anew, in random order and by one transaction: each epoch does so, after its re-wrapping. Then the
   * number of the transaction that wrote a row (`xmin`) and the place of a row tell nothing of what was made together.
   */
  readonly rewrite: TE.TaskEither<Unavailable, void>
}

/** Connections for what somebody waits for, and one for what goes over the whole table. */
export interface Pools {
  readonly pool: Pool
  readonly upkeep: Pool
}

const inTheirTerms = flow(storeUnavailable, ({ reason }): Unavailable => unavailable(reason))

const alreadyThere = '23505'

interface OfScope {
  readonly scope: ScopeId
}

/** All rows or none. A scope that got its row at the same moment is found when asked once more. */
const insertAll = async (pool: Pool, rows: ReadonlyArray<LivingRow>): Promise<E.Either<Exists, void>> => {
  const there = await pool.query<OfScope>(statements.insert(rows)).catch((error: unknown) => {
    if (sqlStateOf(error) === alreadyThere) return pool.query<OfScope>(statements.insert(rows))
    throw error
  })
  const scopes = there.rows.map(({ scope }) => scope)
  return scopes.length === 0 ? E.right(undefined) : E.left({ _tag: 'Exists', scopes })
}

/** The key store in a database. Every call is one transaction; those that are made together share the server's wait for its disk. */
export const postgresKeyStore = ({ pool, upkeep }: Pools, library: LibraryId): PostgresKeyStore => {
  const attempt = <A>(work: () => Promise<A>): TE.TaskEither<Unavailable, A> => TE.tryCatch(work, inTheirTerms)
  const ask = <R extends QueryResultRow>(statement: QueryConfig) =>
    pipe(
      attempt(() => pool.query<R>(statement)),
      TE.map(({ rows }): ReadonlyArray<R> => rows),
    )
  const change = (statement: QueryConfig) =>
    pipe(
      ask(statement),
      TE.map(() => undefined),
    )
  const rows = (statement: QueryConfig) =>
    pipe(
      ask<Columns>(statement),
      TE.map((found) => found.flatMap(toRow)),
    )
  return {
    library,
    insert: (living) =>
      pipe(
        attempt(() => insertAll(pool, living)),
        TE.flatMapEither((outcome: E.Either<Exists | Unavailable, void>) => outcome),
      ),
    read: (scopes) => rows(statements.find(scopes)),
    fence: (parts, certificate) => change(statements.fence(parts, certificate)),
    checkpointTruncate: pipe(
      attempt(() => sweep(upkeep)),
      TE.flatMapEither((outcome) => outcome),
    ),
    page: (after, limit) => rows(statements.page(after, limit)),
    replace: (living) => change(statements.replace(living)),
    remove: (scopes) => change(statements.remove(scopes)),
    count: pipe(
      ask<KeyCount>(statements.count),
      TE.map(([counted]) => counted ?? { living: 0, fenced: 0 }),
    ),
    rewrite: attempt(() =>
      onceFree(() =>
        inTransaction(upkeep)(async (client) => {
          for (const statement of statements.rewriting) await client.query(statement)
        }),
      ),
    ),
    close: async () => {
      await Promise.all([pool.end(), upkeep.end()])
    },
  }
}
