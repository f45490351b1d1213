import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Pool } from 'pg'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import type { Unavailable } from '../../../../domain/ports/keys'
import type { LibraryId } from '../../../../retention/keys/kek-ring'
import { unavailable } from '../../../../retention/keys/unavailable'
import { storeUnavailable } from '../../postgres/failure'
import { makePool, upkeepPool, usualPool } from '../../postgres/open-pool'
import { openSchema } from '../../postgres/open-schema'
import { postgresKeyStore, type PostgresKeyStore } from './key-store'
import { keysSchema } from './schema'

const makeFor = 'INSERT INTO keystore.library (id) VALUES ($1) ON CONFLICT DO NOTHING'

/** The library a database belongs to: the one that it was made for. */
const libraryOf =
  (library: LibraryId, url: string) =>
  (pool: Pool): TE.TaskEither<StoreUnavailable, PostgresKeyStore> =>
    TE.tryCatch(async () => {
      await pool.query(makeFor, [library])
      const { rows } = await pool.query<{ readonly id: LibraryId }>('SELECT id FROM keystore.library')
      return postgresKeyStore({ pool, upkeep: makePool(upkeepPool, url) }, rows[0]?.id ?? library)
    }, storeUnavailable)

/**
 * Opens the key store in a database, or makes one for this library. A store made for another library keeps that
 * library's id, and whoever holds keys refuses it. It stands in a database of its own, on another server than the
 * logs, so that no backup holds both.
 */
export const openPostgresKeyStore =
  (library: LibraryId) =>
  (url: string): TE.TaskEither<Unavailable, PostgresKeyStore> =>
    pipe(
      openSchema(keysSchema)(usualPool)(url),
      TE.flatMap(libraryOf(library, url)),
      TE.mapLeft(({ reason }) => unavailable(reason)),
    )
